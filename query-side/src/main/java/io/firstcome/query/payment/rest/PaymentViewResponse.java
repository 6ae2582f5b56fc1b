package io.firstcome.query.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.api.PaymentView;
import io.firstcome.query.payment.api.RefundStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment and what became of it.
 *
 * @param payment as in a list; its fields stand beside the others
 * @param history when it came to each status, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"paymentId": "9c1d", "orderId": "4b3f", "userId": "1", "status": "PARTIALLY_REFUNDED",
                 "amount": 29000, "discount": 1000, "points": 9000, "card": 20000, "refunded": 5000,
                 "requestedAt": "2026-11-20T09:01:00Z", "version": 4,
                 "refunds": [{"refundId": "r1", "amount": 5000, "status": "REFUNDED", "at": "2026-11-21T10:00:00Z"}],
                 "history": [{"status": "REQUESTED", "at": "2026-11-20T09:01:00Z"},
                             {"status": "APPROVED", "at": "2026-11-20T09:01:01Z"},
                             {"status": "PARTIALLY_REFUNDED", "at": "2026-11-21T10:00:00Z"}]}""")
record PaymentViewResponse(
        @JsonUnwrapped PaymentListItem payment, List<RefundView> refunds, List<PaymentStatusStep> history) {

    /**
     * One refund.
     *
     * @param at when it came to its status
     * @param gatewayCode why the card gateway refused it; for operators only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundView(
            String refundId,
            long amount,
            RefundStatus status,
            Instant at,
            @Nullable String gatewayCode) {}

    /** When it came to a status. */
    record PaymentStatusStep(PaymentStatus status, Instant at) {}

    /** @param inside whether what the gateway said is shown */
    static PaymentViewResponse of(PaymentView view, boolean inside) {
        return new PaymentViewResponse(
                PaymentListItem.of(view, inside),
                view.refunds().stream()
                        .map(refund -> new RefundView(
                                refund.refundId(),
                                refund.amount(),
                                refund.status(),
                                refund.at(),
                                inside ? refund.gatewayCode() : null))
                        .toList(),
                view.history().stream()
                        .map(step -> new PaymentStatusStep(step.status(), step.at()))
                        .toList());
    }
}
