package io.firstcome.query.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.api.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment in a list: without its refunds and its history.
 *
 * @param amount what is paid, after the {@code discount}: the {@code points} and the {@code card} part together
 * @param refunded how much of it was given back
 * @param declinedBecause the code that {@code POST /payment} refuses with; when it was declined
 * @param gatewayCode what the card gateway said last; for operators only
 * @param version the payment's version that this shows; -1 while it is only begun
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"paymentId": "9c1d", "orderId": "4b3f", "userId": "1", "status": "UNKNOWN", "amount": 29000,
                 "discount": 1000, "points": 9000, "card": 20000, "refunded": 0, "gatewayCode": "TIMEOUT",
                 "requestedAt": "2026-11-20T09:01:00Z", "version": 1}""")
record PaymentListItem(
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
        long version) {

    /** @param inside whether what the gateway said is shown */
    static PaymentListItem of(PaymentView view, boolean inside) {
        return new PaymentListItem(
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
                view.version());
    }
}
