package io.firstcome.query.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.api.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment in a list: without its refunds and its history. */
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

    static PaymentListItem of(PaymentView view) {
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
                view.gatewayCode(),
                view.requestedAt(),
                view.version());
    }
}
