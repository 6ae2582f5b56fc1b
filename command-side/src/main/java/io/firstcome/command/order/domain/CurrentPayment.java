package io.firstcome.command.order.domain;

import io.firstcome.events.payment.PaymentId;

/**
 * The last payment that an order began, as far as the order knows.
 *
 * @param paid what it paid when it was late; 0 otherwise
 * @param discount what the coupon took off when it was late; 0 otherwise
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

    /** What it paid is kept: it may be accepted yet. */
    CurrentPayment late(long amount, long takenOff) {
        return new CurrentPayment(paymentId, Phase.LATE, amount, takenOff);
    }

    boolean is(PaymentId id, Phase inPhase) {
        return paymentId.equals(id) && phase == inPhase;
    }
}
