package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentEvent.PaymentSettled;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** Payment p-1 of order o-1 by user 1: its commands and events, split into points and card. */
record Paying(long points, long card) {

    static final PaymentId ID = new PaymentId("p-1");
    static final OrderId ORDER = new OrderId("o-1");
    static final UserId USER = new UserId("1");
    static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    static final String KEY = "key-1";
    static final long DISCOUNT = 500;
    static final CouponPiece COUPON = new CouponPiece(new CouponId("1"), 7, AT.plusSeconds(60));

    static FixtureConfiguration<Payment> fixture() {
        return new AggregateTestFixture<>(Payment.class);
    }

    static Matcher<Throwable> refusal(PaymentErrorCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection && rejection.code() == code);
    }

    static RefundId refund(String id) {
        return new RefundId(id);
    }

    long amount() {
        return points + card;
    }

    private @Nullable String key() {
        return card == 0 ? null : KEY;
    }

    RequestPayment request() {
        return new RequestPayment(
                ID,
                ORDER,
                USER,
                amount(),
                DISCOUNT,
                COUPON,
                card == 0 ? PaymentMethod.POINT : PaymentMethod.CARD,
                card == 0 ? 0 : points,
                key(),
                AT);
    }

    PaymentRequested requested() {
        return new PaymentRequested(ID, ORDER, USER, amount(), DISCOUNT, COUPON, points, card, key(), AT);
    }

    PaymentApproved approved() {
        return new PaymentApproved(ID, ORDER, USER, amount(), DISCOUNT, AT);
    }

    static PaymentOutcomeUnknown unknown() {
        return new PaymentOutcomeUnknown(ID, ORDER, USER, "TIMEOUT", AT);
    }

    static PaymentDeclined declined(long spent) {
        return new PaymentDeclined(
                ID, ORDER, USER, DeclineReason.PAYMENT_DECLINED, "REJECT_CARD_PAYMENT", spent, COUPON, AT);
    }

    static PaymentSettled settled() {
        return new PaymentSettled(ID, ORDER, USER, AT);
    }

    static RefundPayment refundAll(String id) {
        return new RefundPayment(ID, refund(id), null, "why", null, AT);
    }

    static RefundPayment refund(String id, long amount) {
        return new RefundPayment(ID, refund(id), amount, "why", null, AT);
    }

    static RefundPayment refundBy(UserId owner, String id, long amount) {
        return new RefundPayment(ID, refund(id), amount, "why", owner, AT);
    }

    static RecordCardRefund recordCard(String id) {
        return new RecordCardRefund(ID, refund(id), AT);
    }

    static CompleteRefund complete(String id) {
        return new CompleteRefund(ID, refund(id), AT);
    }

    static FailRefund fail(String id) {
        return new FailRefund(ID, refund(id), "REFUND_REJECTED", AT);
    }

    static PaymentRefundStarted started(String id, long points, long card) {
        return new PaymentRefundStarted(ID, ORDER, USER, refund(id), points, card, card == 0 ? null : KEY, "why", AT);
    }

    static CardRefunded cardRefunded(String id, long card, long points) {
        return new CardRefunded(ID, ORDER, USER, refund(id), card, points, AT);
    }

    PaymentRefunded refunded(String id, long given, long sum) {
        boolean whole = sum == amount();
        return new PaymentRefunded(ID, ORDER, USER, refund(id), given, sum, whole, whole ? COUPON : null, AT);
    }

    /** A part was refused. */
    static PaymentRefundFailed failed(String id, long card) {
        return new PaymentRefundFailed(ID, ORDER, USER, refund(id), "REFUND_REJECTED", card, false, null, AT);
    }

    /** The card's part of all that was paid was refused. */
    static PaymentRefundFailed owed(String id, long card) {
        return new PaymentRefundFailed(ID, ORDER, USER, refund(id), "REFUND_REJECTED", card, true, COUPON, AT);
    }

    /** It was refused once more: the coupon came back with the first. */
    static PaymentRefundFailed owedStill(String id, long card) {
        return new PaymentRefundFailed(ID, ORDER, USER, refund(id), "REFUND_REJECTED", card, true, null, AT);
    }

    /** What was refused before is given back: the coupon is back already. */
    PaymentRefunded refundedAfterAll(String id, long given) {
        return new PaymentRefunded(ID, ORDER, USER, refund(id), given, amount(), true, null, AT);
    }

    /** After which the points come back by a refund of their own. */
    static PaymentRefundStarted pointsOf(String id, long points) {
        return new PaymentRefundStarted(
                ID,
                ORDER,
                USER,
                refund(id + "-points"),
                points,
                0,
                null,
                "The card gateway refused the other part",
                AT);
    }
}
