package io.firstcome.query.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it is.
 *
 * @param order as in a list; its fields stand beside the others
 * @param rejectedBecause the code that {@code POST /order} refuses with; when it was rejected
 * @param cancelledBecause ASKED_FOR or PAYMENT_DECLINED; when it was cancelled
 * @param history when it came to each status, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderViewResponse", example = """
                {"orderId": "4b3f", "userId": "1", "status": "PAID",
                 "items": [{"productId": "1", "skuId": "1", "quantity": 2, "unitPrice": 15000, "preOrder": false}],
                 "amount": 30000, "discount": 1000, "shippingFee": 0, "paid": 29000, "refunded": 0,
                 "holdExpiresAt": "2026-11-20T09:30:00Z", "paymentId": "9c1d", "placedAt": "2026-11-20T09:00:00Z",
                 "version": 3,
                 "history": [{"status": "PENDING", "at": "2026-11-20T09:00:00Z"},
                             {"status": "AWAITING_PAYMENT", "at": "2026-11-20T09:00:00.1Z"},
                             {"status": "PAID", "at": "2026-11-20T09:01:00Z"}]}""")
public record OrderDetails(
        @JsonUnwrapped OrderView order,
        @Nullable String address,
        @Nullable String rejectedBecause,
        @Nullable String cancelledBecause,
        List<Step> history) {

    public OrderDetails {
        history = List.copyOf(history);
    }

    /**
     * When an order came to a status, a row of {@code order_history_view}.
     *
     * @param position of the event that brought it there
     */
    @Schema(name = "OrderStatusStep")
    public record Step(
            @JsonIgnore String orderId, @JsonIgnore long position, OrderStatus status, Instant at) {}
}
