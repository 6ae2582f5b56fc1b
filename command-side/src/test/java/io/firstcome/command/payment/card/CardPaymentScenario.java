package io.firstcome.command.payment.card;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;

/** One payment of 1,000 by card, beside 500 points, under a payment key that says how the gateway behaves. */
record CardPaymentScenario(String paymentKey) {

    static final long CARD = 1_000;
    static final long POINTS = 500;
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    PaymentId payment() {
        return new PaymentId("p-" + paymentKey);
    }

    OrderId order() {
        return new OrderId("o-" + paymentKey);
    }

    CardCharge charge() {
        return new CardCharge(payment(), order(), paymentKey, CARD, POINTS);
    }

    CardRefund refund(String id, long amount) {
        return new CardRefund(payment(), new RefundId(id), paymentKey, amount, "returned");
    }

    /** What the payment process does before the card's turn. */
    void request(CardNode node) {
        node.send(new RequestPayment(
                payment(),
                order(),
                new UserId("1"),
                CARD + POINTS,
                0,
                null,
                PaymentMethod.CARD,
                POINTS,
                paymentKey,
                AT));
    }

    /** Noted in a transaction, as processes do. */
    void confirm(CardNode node) {
        node.transaction().executeWithoutResult(transaction -> node.cards().confirm(charge()));
    }

    /** Begins a refund of the payment and asks the gateway for it. */
    void refund(CardNode node, String id, long amount) {
        node.send(new RefundPayment(payment(), new RefundId(id), amount, "returned", null, AT));
        node.transaction().executeWithoutResult(transaction -> node.cards().cancel(refund(id, amount)));
    }

    void approve(CardNode node) {
        node.send(new ApprovePayment(payment(), AT));
    }
}
