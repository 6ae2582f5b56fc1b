package io.firstcome.query.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment and what became of it.
 *
 * @param payment as in a list; its fields stand beside the others
 * @param refunds in the order in which they were started
 * @param history when it came to each status, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentViewResponse", example = """
                {"paymentId": "9c1d", "orderId": "4b3f", "userId": "1", "status": "PARTIALLY_REFUNDED",
                 "amount": 29000, "discount": 1000, "points": 9000, "card": 20000, "refunded": 5000,
                 "requestedAt": "2026-11-20T09:01:00Z", "version": 4,
                 "refunds": [{"refundId": "r1", "amount": 5000, "status": "REFUNDED", "at": "2026-11-21T10:00:00Z"}],
                 "history": [{"status": "REQUESTED", "at": "2026-11-20T09:01:00Z"},
                             {"status": "APPROVED", "at": "2026-11-20T09:01:01Z"},
                             {"status": "PARTIALLY_REFUNDED", "at": "2026-11-21T10:00:00Z"}]}""")
public record PaymentDetails(@JsonUnwrapped PaymentView payment, List<Refund> refunds, List<Step> history) {

    public PaymentDetails {
        refunds = List.copyOf(refunds);
        history = List.copyOf(history);
    }

    /**
     * One refund, a row of {@code payment_refund_view}.
     *
     * @param startedPosition of the event that started it, in commit order
     * @param amount by card and by points together
     * @param at when it came to its status
     * @param gatewayCode why the card gateway refused it; for operators only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefundView")
    public record Refund(
            @JsonIgnore String paymentId,
            String refundId,
            @JsonIgnore long startedPosition,
            long amount,
            RefundStatus status,
            Instant at,
            @Nullable String gatewayCode) {

        Refund withoutGatewayCode() {
            return new Refund(paymentId, refundId, startedPosition, amount, status, at, null);
        }
    }

    /**
     * When a payment came to a status, a row of {@code payment_history_view}.
     *
     * @param position of the event that brought it there
     */
    @Schema(name = "PaymentStatusStep")
    public record Step(
            @JsonIgnore String paymentId, @JsonIgnore long position, PaymentStatus status, Instant at) {}
}
