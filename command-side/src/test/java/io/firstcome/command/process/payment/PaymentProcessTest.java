package io.firstcome.command.process.payment;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static io.firstcome.command.process.ExampleOrder.PIECE;
import static io.firstcome.command.process.ExampleOrder.approved;
import static io.firstcome.command.process.ExampleOrder.paymentStarted;
import static io.firstcome.command.process.ExampleOrder.placed;
import static io.firstcome.command.process.ExampleOrder.pointsSpent;
import static io.firstcome.command.process.ExampleOrder.redeemed;
import static io.firstcome.command.process.ExampleOrder.redemptionRefused;
import static io.firstcome.command.process.ExampleOrder.requested;
import static io.firstcome.events.payment.PaymentMethod.CARD;
import static io.firstcome.events.payment.PaymentMethod.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.command.order.api.OrderCommand.DeclineOrder;
import io.firstcome.command.order.api.OrderCommand.RecordPayment;
import io.firstcome.command.order.api.OrderCommand.RefusePayment;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.command.process.ProcessFixture;
import io.firstcome.command.process.StoredExampleOrder;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.command.wallet.api.WalletCommand.SpendPoints;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A payment from its start to its record, or to nothing spent. */
class PaymentProcessTest {

    private static final OrderPaymentStarted BY_POINTS = paymentStarted(null, POINT, 0, null);
    /** An earlier try to pay the same order. */
    private static final OrderPaymentStarted BY_ANOTHER_CARD =
            new OrderPaymentStarted(ORDER, ANNA, new PaymentId("p0"), 10_000, 3_000, null, CARD, 0, "key0", NOW);

    private static final OrderPaymentStarted WITH_COUPON = paymentStarted(PIECE, POINT, 0, null);

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final List<Record> cards = new ArrayList<>();

    /** After these events, which it has handled, or has forgotten since. */
    private PaymentProcess after(Object... events) {
        return new PaymentProcess(sent::add, StoredExampleOrder.of(events), ProcessFixture.cards(cards));
    }

    @Test
    void givenNoCoupon_whenStarted_thenAllIsRequested() {
        after().on(BY_POINTS, NOW);

        assertThat(sent).containsExactly(request(13_000, 0, null, POINT, 0, null));
    }

    @Test
    void givenCoupon_whenStarted_thenItIsRedeemedFirst() {
        after().on(WITH_COUPON, NOW);

        assertThat(sent).containsExactly(new RedeemCoupon(PIECE.couponId(), ANNA, PIECE, PAYMENT, ORDER, 10_000, NOW));
    }

    @Test
    void givenCoupon_whenRedeemed_thenTheRestIsRequestedWithShipping() {
        after(placed(), BY_ANOTHER_CARD, WITH_COUPON).on(redeemed(4_000), NOW);

        assertThat(sent).containsExactly(request(9_000, 4_000, PIECE, POINT, 0, null));
    }

    @Test
    void givenCoupon_whenAnotherOfTheUsersIsRedeemed_thenThePaymentNamesThatOne() {
        after(placed(), WITH_COUPON).on(redeemedInstead(8, 4_000), NOW);

        CouponPiece other = new CouponPiece(PIECE.couponId(), 8, PIECE.expiresAt());
        assertThat(sent).containsExactly(request(9_000, 4_000, other, POINT, 0, null));
    }

    @Test
    void givenCoupon_whenRefused_thenTheOrderWaitsForAnotherPayment() {
        after(WITH_COUPON).on(redemptionRefused(), NOW);

        assertThat(sent).containsExactly(new RefusePayment(ORDER, PAYMENT, PaymentRefusal.COUPON_NOT_APPLICABLE, NOW));
    }

    @Test
    void givenPoints_whenRequested_thenTheyAreSpent() {
        after(BY_POINTS).on(requested(13_000, 0), NOW);

        assertThat(sent).containsExactly(spend(13_000));
        assertThat(cards).isEmpty();
    }

    @Test
    void givenPoints_whenSpent_thenThePaymentIsApproved() {
        after(BY_POINTS, requested(13_000, 0)).on(pointsSpent(13_000), NOW);

        assertThat(sent).containsExactly(new ApprovePayment(PAYMENT, NOW));
        assertThat(cards).isEmpty();
    }

    @Test
    void givenPoints_whenThereAreTooFew_thenThePaymentIsDeclined() {
        after(BY_POINTS, requested(13_000, 0))
                .on(new PointsSpendRefused(WalletId.of(ANNA), ANNA, PAYMENT, ORDER, 13_000, 5, NOW), NOW);

        assertThat(sent).containsExactly(new DeclinePayment(PAYMENT, DeclineReason.INSUFFICIENT_POINTS, null, 0, NOW));
    }

    @Test
    void givenCard_whenRequested_thenTheGatewayIsAsked() {
        after().on(requested(0, 13_000), NOW);

        assertThat(sent).isEmpty();
        assertThat(cards).containsExactly(new CardCharge(PAYMENT, ORDER, "key", 13_000, 0));
    }

    @Test
    void givenCardAndPoints_whenRequested_thenThePointsAreSpentFirst() {
        after(paymentStarted(null, CARD, 3_000, "key")).on(requested(3_000, 10_000), NOW);

        assertThat(sent).containsExactly(spend(3_000));
        assertThat(cards).isEmpty();
    }

    @Test
    void givenCardAndPoints_whenSpent_thenTheGatewayIsAskedForTheRest() {
        after(paymentStarted(null, CARD, 3_000, "key"), requested(3_000, 10_000))
                .on(pointsSpent(3_000), NOW);

        assertThat(sent).isEmpty();
        assertThat(cards).containsExactly(new CardCharge(PAYMENT, ORDER, "key", 10_000, 3_000));
    }

    @Test
    void givenNothingToPay_whenRequested_thenNobodyIsAsked() {
        after(WITH_COUPON, redeemed(10_000)).on(requested(0, 0), NOW);

        assertThat(sent).isEmpty();
        assertThat(cards).isEmpty();
    }

    @Test
    void givenRequested_whenApproved_thenTheOrderLearnsOfIt() {
        after(WITH_COUPON, redeemed(4_000), requested(9_000, 0), pointsSpent(9_000))
                .on(approved(9_000, 4_000), NOW);

        assertThat(sent).containsExactly(new RecordPayment(ORDER, PAYMENT, 9_000, 4_000, NOW));
    }

    @Test
    void givenCouponAndPoints_whenTheCardIsDeclined_thenBothAreGivenBackAndTheOrderEnds() {
        after(paymentStarted(PIECE, CARD, 3_000, "key"), redeemed(1_000), requested(3_000, 9_000))
                .on(declined(DeclineReason.PAYMENT_DECLINED, 3_000, PIECE), NOW);

        assertThat(sent)
                .containsExactly(
                        new RestoreCoupon(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, NOW),
                        new RefundPoints(WalletId.of(ANNA), ANNA, PAYMENT, new RefundId("p1-declined"), 3_000, NOW),
                        new DeclineOrder(ORDER, PAYMENT, NOW));
    }

    @Test
    void givenNothingSpent_whenDeclined_thenOnlyTheOrderEnds() {
        after(BY_POINTS, requested(13_000, 0)).on(declined(DeclineReason.INSUFFICIENT_POINTS, 0, null), NOW);

        assertThat(sent).containsExactly(new DeclineOrder(ORDER, PAYMENT, NOW));
    }

    /** Otherwise it would pay with what it does not know. */
    @Test
    void givenAStoreWithoutThePayment_whenPointsAreSpent_thenItFails() {
        PaymentProcess process = after(placed());

        assertThatIllegalStateException().isThrownBy(() -> process.on(pointsSpent(13_000), NOW));
        assertThatIllegalStateException().isThrownBy(() -> process.on(redeemed(1), NOW));
        assertThat(sent).isEmpty();
    }

    private static RequestPayment request(
            long amount,
            long discount,
            @Nullable CouponPiece coupon,
            PaymentMethod method,
            long points,
            @Nullable String paymentKey) {
        return new RequestPayment(PAYMENT, ORDER, ANNA, amount, discount, coupon, method, points, paymentKey, NOW);
    }

    private static SpendPoints spend(long amount) {
        return new SpendPoints(WalletId.of(ANNA), ANNA, PAYMENT, ORDER, amount, NOW);
    }

    private static PaymentDeclined declined(DeclineReason reason, long points, @Nullable CouponPiece coupon) {
        return new PaymentDeclined(PAYMENT, ORDER, ANNA, reason, null, points, coupon, NOW);
    }

    private static CouponRedeemed redeemedInstead(int serial, long discount) {
        return new CouponRedeemed(PIECE.couponId(), ANNA, serial, PAYMENT, ORDER, 10_000, discount, NOW);
    }
}
