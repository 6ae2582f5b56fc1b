package io.firstcome.query.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param amount what is paid, after the {@code discount}: the {@code points} and the {@code card} part together
 * @param refunded how much of it was given back
 * @param declinedBecause the code that {@code POST /payment} refuses with; when it was declined
 * @param gatewayCode what the card gateway said last; for operators only
 * @param version the payment's version that this shows; -1 while it is only begun
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
        String paymentId,
        String orderId,
        String userId,
        PaymentStatus status,
        long amount,
        long discount,
        long points,
        long card,
        long refunded,
        @Nullable String declinedBecause,
        @Nullable String gatewayCode,
        Instant requestedAt,
        long version,
        List<RefundView> refunds,
        List<PaymentStatusStep> history) {

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
                view.paymentId(),
                view.orderId(),
                view.userId(),
                view.status(),
                view.amount(),
                view.discount(),
                view.points(),
                view.card(),
                view.refunded(),
                view.declinedBecause(),
                inside ? view.gatewayCode() : null,
                view.requestedAt(),
                view.version(),
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
