package io.firstcome.command.process.refund;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static io.firstcome.command.process.ExampleOrder.PIECE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.command.order.api.OrderCommand.RecordRefund;
import io.firstcome.command.order.api.OrderCommand.RecordRefundFailure;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.process.ProcessFixture;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The steps of a refund: card, points, coupon, order. */
class PaymentRefundTest {

    private static final RefundId REFUND = new RefundId("r1");

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final List<Record> cardRequests = new ArrayList<>();
    private final PaymentRefund refund = new PaymentRefund(sent::add, ProcessFixture.cards(cardRequests));

    @Test
    void givenCardAndPoints_whenStarted_thenTheCardComesFirst() {
        refund.on(started(3_000, 10_000), NOW);

        assertThat(cardRequests).containsExactly(new CardRefund(PAYMENT, REFUND, "key", 10_000, "why"));
        assertThat(sent).isEmpty();
    }

    @Test
    void givenPointsOnly_whenStarted_thenTheyAreGivenBack() {
        refund.on(started(3_000, 0), NOW);

        assertThat(cardRequests).isEmpty();
        assertThat(sent).containsExactly(points(3_000));
    }

    @Test
    void givenNothingPaid_whenStarted_thenItIsComplete() {
        refund.on(started(0, 0), NOW);

        assertThat(sent).containsExactly(new CompleteRefund(PAYMENT, REFUND, NOW));
    }

    @Test
    void givenCardAndPoints_whenTheCardIsRefunded_thenThePointsFollow() {
        refund.on(new CardRefunded(PAYMENT, ORDER, ANNA, REFUND, 10_000, 3_000, NOW), NOW);

        assertThat(sent).containsExactly(points(3_000));
    }

    @Test
    void givenCardOnly_whenTheCardIsRefunded_thenItIsComplete() {
        refund.on(new CardRefunded(PAYMENT, ORDER, ANNA, REFUND, 10_000, 0, NOW), NOW);

        assertThat(sent).containsExactly(new CompleteRefund(PAYMENT, REFUND, NOW));
    }

    @Test
    void givenPoints_whenTheyAreGivenBack_thenItIsComplete() {
        refund.on(new PointsRefunded(WalletId.of(ANNA), ANNA, PAYMENT, REFUND, 3_000, 3_000, NOW), NOW);

        assertThat(sent).containsExactly(new CompleteRefund(PAYMENT, REFUND, NOW));
    }

    @Test
    void givenWholeRefund_whenComplete_thenTheCouponIsRestoredAndTheOrderLearnsOfIt() {
        refund.on(refunded(true, PIECE), NOW);

        assertThat(sent)
                .containsExactly(
                        new RestoreCoupon(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, NOW),
                        new RecordRefund(ORDER, PAYMENT, NOW));
    }

    @Test
    void givenWholeRefundWithoutCoupon_whenComplete_thenTheOrderLearnsOfIt() {
        refund.on(refunded(true, null), NOW);

        assertThat(sent).containsExactly(new RecordRefund(ORDER, PAYMENT, NOW));
    }

    @Test
    void givenAllAskedBack_whenTheCardRefuses_thenTheCouponIsRestoredAndTheOrderLearnsOfIt() {
        refund.on(failed(true, PIECE), NOW);

        assertThat(sent)
                .containsExactly(
                        new RestoreCoupon(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, NOW),
                        new RecordRefundFailure(ORDER, PAYMENT, REFUND, 10_000, true, "REFUND_REJECTED", NOW));
    }

    @Test
    void givenPart_whenTheCardRefuses_thenTheOrderLearnsOfIt() {
        refund.on(failed(false, null), NOW);

        assertThat(sent)
                .containsExactly(
                        new RecordRefundFailure(ORDER, PAYMENT, REFUND, 10_000, false, "REFUND_REJECTED", NOW));
    }

    private static PaymentRefundFailed failed(boolean owed, @Nullable CouponPiece coupon) {
        return new PaymentRefundFailed(PAYMENT, ORDER, ANNA, REFUND, "REFUND_REJECTED", 10_000, owed, coupon, NOW);
    }

    @Test
    void givenPartialRefund_whenComplete_thenTheOrderStays() {
        refund.on(refunded(false, null), NOW);

        assertThat(sent).isEmpty();
    }

    private static PaymentRefundStarted started(long points, long card) {
        return new PaymentRefundStarted(
                PAYMENT, ORDER, ANNA, REFUND, points, card, card > 0 ? "key" : null, "why", NOW);
    }

    private static RefundPoints points(long amount) {
        return new RefundPoints(WalletId.of(ANNA), ANNA, PAYMENT, REFUND, amount, NOW);
    }

    private static PaymentRefunded refunded(boolean whole, @Nullable CouponPiece coupon) {
        return new PaymentRefunded(PAYMENT, ORDER, ANNA, REFUND, 5_000, 5_000, whole, coupon, NOW);
    }
}
