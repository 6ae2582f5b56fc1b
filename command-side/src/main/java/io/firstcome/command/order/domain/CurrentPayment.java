package io.firstcome.command.order.domain;

import io.firstcome.events.payment.PaymentId;

/**
 * The last payment that an order began, as far as the order knows.
 *
 * @param paid what it paid; 0 until that is known
 * @param discount what the coupon took off; 0 until that is known
 */
record CurrentPayment(PaymentId paymentId, Phase phase, long paid, long discount) {

    /** What became of it. */
    enum Phase {
        /** Not decided yet. */
        UNDER_WAY,
        /** A rule said no before it began. The order waits for another. */
        REFUSED,
        DECLINED,
        /** Approved when the order had ended. */
        LATE,
        /** Was late, and all of it is asked back. */
        GIVING_BACK,
        /** It pays the order. */
        TAKEN,
        GIVEN_BACK
    }

    static CurrentPayment begun(PaymentId paymentId) {
        return new CurrentPayment(paymentId, Phase.UNDER_WAY, 0, 0);
    }

    CurrentPayment now(Phase next) {
        return new CurrentPayment(paymentId, next, paid, discount);
    }

    CurrentPayment took(Phase next, long amount, long takenOff) {
        return new CurrentPayment(paymentId, next, amount, takenOff);
    }

    boolean is(PaymentId id, Phase inPhase) {
        return paymentId.equals(id) && phase == inPhase;
    }
}
