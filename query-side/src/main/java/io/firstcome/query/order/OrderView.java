package io.firstcome.query.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it in a list: without its address and its history, true as of {@code version}. Ids are
 * bare.
 *
 * @param concertId of the concert whose seats these are; null: pieces of products
 * @param dateId the date of that concert; an item's product is then named like it, its option like the number of a seat
 * @param items with their prices as soon as they are held; so are {@code amount} and {@code shippingFee}
 * @param amount what the items cost together; null: not held yet
 * @param discount what a coupon took off, 0 until it is paid
 * @param shippingFee comes on top; null: not held yet
 * @param paid what was paid, after the {@code discount}; a payment that came too late counts
 * @param refunded how much of it was given back
 * @param refund how far it is that all of what was paid comes back; null: that was not begun
 * @param paymentId the newest payment that was not refused; null: none
 * @param version the sequence number of the last event of the order that it contains
 * @param position the place of its placing in commit order; greater is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderListItem", example = """
    {"orderId": "4b3f", "userId": "1", "status": "AWAITING_PAYMENT",
     "items": [{"productId": "1", "skuId": "1", "quantity": 2, "unitPrice": 15000, "preOrder": false}],
     "amount": 30000, "discount": 0, "shippingFee": 0, "paid": 0, "refunded": 0,
     "holdExpiresAt": "2026-11-20T09:30:00Z", "placedAt": "2026-11-20T09:00:00Z", "version": 1}\
    """)
public record OrderView(
        String orderId,
        String userId,
        OrderStatus status,
        @Nullable String concertId,
        @Nullable String dateId,
        List<Item> items,
        @Nullable Long amount,
        long discount,
        @Nullable Long shippingFee,
        long paid,
        long refunded,
        @Nullable Refund refund,
        Instant holdExpiresAt,
        @Nullable String paymentId,
        Instant placedAt,
        long version,
        @JsonIgnore long position) {

    public OrderView {
        items = List.copyOf(items);
    }

    /**
     * A line of an order, a row of {@code order_line_view}.
     *
     * @param quantity 1 or more
     * @param unitPrice of one piece; null: its stock is not held yet
     * @param preOrder whether the pieces are taken from the pre-order quantity
     * @param grade of a seat, as soon as it is held
     * @param line its place in the order, 0 for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderItemView")
    public record Item(
            @JsonIgnore String orderId,
            String productId,
            String skuId,
            int quantity,
            @Nullable Long unitPrice,
            boolean preOrder,
            @Nullable String grade,
            @JsonIgnore int line) {}

    /**
     * A whole refund.
     *
     * @param amount STARTED: what is to come back; FAILED: what the card gateway refused, and is owed; REFUNDED: all
     *     that was paid
     * @param gatewayCode why the card gateway refused; when it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderRefundView", example = """
        {"status": "FAILED", "amount": 20000, "gatewayCode": "EXCEED_MAX_REFUND_DUE"}\
        """)
    public record Refund(
            RefundStatus status, long amount, @Nullable String gatewayCode) {}

    /** Where a whole refund stands. */
    public enum RefundStatus {
        STARTED,
        FAILED,
        REFUNDED
    }
}
