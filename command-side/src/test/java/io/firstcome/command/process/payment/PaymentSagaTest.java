package io.firstcome.command.process.payment;

import static io.firstcome.command.process.Facts.ANNA;
import static io.firstcome.command.process.Facts.NOW;
import static io.firstcome.command.process.Facts.ORDER;
import static io.firstcome.command.process.Facts.PAYMENT;
import static io.firstcome.command.process.Facts.PIECE;
import static io.firstcome.command.process.Facts.approved;
import static io.firstcome.command.process.Facts.paymentStarted;
import static io.firstcome.command.process.Facts.pointsSpent;
import static io.firstcome.command.process.Facts.redeemed;
import static io.firstcome.command.process.Facts.redemptionRefused;
import static io.firstcome.command.process.Facts.requested;
import static io.firstcome.events.payment.PaymentMethod.CARD;
import static io.firstcome.events.payment.PaymentMethod.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.coupon.api.RedeemCoupon;
import io.firstcome.command.coupon.api.RestoreCoupon;
import io.firstcome.command.order.api.DeclineOrder;
import io.firstcome.command.order.api.RecordPayment;
import io.firstcome.command.order.api.RefusePayment;
import io.firstcome.command.payment.api.ApprovePayment;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.DeclinePayment;
import io.firstcome.command.payment.api.RequestPayment;
import io.firstcome.command.process.SagaStories;
import io.firstcome.command.wallet.api.RefundPoints;
import io.firstcome.command.wallet.api.SpendPoints;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentDeclined;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.PointsSpendRefused;
import io.firstcome.events.wallet.WalletId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A payment from its start to its record, or to nothing spent. */
class PaymentSagaTest {

    private static final OrderPaymentStarted BY_POINTS = paymentStarted(null, POINT, 0, null);
    private static final OrderPaymentStarted BY_CARD = paymentStarted(null, CARD, 0, "key");
    private static final OrderPaymentStarted WITH_COUPON = paymentStarted(PIECE, POINT, 0, null);

    private final SagaStories<PaymentSaga> saga = SagaStories.of(PaymentSaga.class);

    @Test
    void givenNoCoupon_whenStarted_thenAllIsRequested() {
        saga.given()
                .whenPublishingA(BY_POINTS)
                .expectActiveSagas(1)
                .expectDispatchedCommands(request(13_000, 0, null, POINT, 0, null));
    }

    @Test
    void givenCoupon_whenStarted_thenItIsRedeemedFirst() {
        saga.given()
                .whenPublishingA(WITH_COUPON)
                .expectDispatchedCommands(new RedeemCoupon(PIECE.couponId(), ANNA, PIECE, PAYMENT, ORDER, 10_000, NOW));
    }

    @Test
    void givenCoupon_whenRedeemed_thenTheRestIsRequestedWithShipping() {
        saga.given(WITH_COUPON)
                .whenPublishingA(redeemed(4_000))
                .expectDispatchedCommands(request(9_000, 4_000, PIECE, POINT, 0, null));
    }

    @Test
    void givenCoupon_whenRefused_thenTheOrderWaitsForAnotherPayment() {
        saga.given(WITH_COUPON)
                .whenPublishingA(redemptionRefused())
                .expectDispatchedCommands(new RefusePayment(ORDER, PAYMENT, PaymentRefusal.COUPON_NOT_APPLICABLE, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void givenPoints_whenRequested_thenTheyAreSpent() {
        saga.given(BY_POINTS).whenPublishingA(requested(13_000, 0)).expectDispatchedCommands(spend(13_000));
        assertThat(saga.cardRequests()).isEmpty();
    }

    @Test
    void givenPoints_whenSpent_thenThePaymentIsApproved() {
        saga.given(BY_POINTS, requested(13_000, 0))
                .whenPublishingA(pointsSpent(13_000))
                .expectDispatchedCommands(new ApprovePayment(PAYMENT, NOW));
        assertThat(saga.cardRequests()).isEmpty();
    }

    @Test
    void givenPoints_whenThereAreTooFew_thenThePaymentIsDeclined() {
        saga.given(BY_POINTS, requested(13_000, 0))
                .whenPublishingA(new PointsSpendRefused(WalletId.of(ANNA), ANNA, PAYMENT, ORDER, 13_000, 5, NOW))
                .expectDispatchedCommands(new DeclinePayment(PAYMENT, DeclineReason.INSUFFICIENT_POINTS, null, 0, NOW))
                .expectActiveSagas(1);
    }

    @Test
    void givenCard_whenRequested_thenTheGatewayIsAsked() {
        saga.given(BY_CARD).whenPublishingA(requested(0, 13_000)).expectNoDispatchedCommands();
        assertThat(saga.cardRequests()).containsExactly(new CardCharge(PAYMENT, ORDER, "key", 13_000, 0));
    }

    @Test
    void givenCardAndPoints_whenRequested_thenThePointsAreSpentFirst() {
        saga.given(paymentStarted(null, CARD, 3_000, "key"))
                .whenPublishingA(requested(3_000, 10_000))
                .expectDispatchedCommands(spend(3_000));
        assertThat(saga.cardRequests()).isEmpty();
    }

    @Test
    void givenCardAndPoints_whenSpent_thenTheGatewayIsAskedForTheRest() {
        saga.given(paymentStarted(null, CARD, 3_000, "key"), requested(3_000, 10_000))
                .whenPublishingA(pointsSpent(3_000))
                .expectNoDispatchedCommands();
        assertThat(saga.cardRequests()).containsExactly(new CardCharge(PAYMENT, ORDER, "key", 10_000, 3_000));
    }

    @Test
    void givenNothingToPay_whenRequested_thenNobodyIsAsked() {
        saga.given(WITH_COUPON, redeemed(10_000))
                .whenPublishingA(requested(0, 0))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
        assertThat(saga.cardRequests()).isEmpty();
    }

    @Test
    void givenRequested_whenApproved_thenTheOrderLearnsOfIt() {
        saga.given(WITH_COUPON, redeemed(4_000), requested(9_000, 0), pointsSpent(9_000))
                .whenPublishingA(approved(9_000, 4_000))
                .expectDispatchedCommands(new RecordPayment(ORDER, PAYMENT, 9_000, 4_000, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void givenCouponAndPoints_whenTheCardIsDeclined_thenBothAreGivenBackAndTheOrderEnds() {
        saga.given(paymentStarted(PIECE, CARD, 3_000, "key"), redeemed(1_000), requested(3_000, 9_000))
                .whenPublishingA(declined(DeclineReason.PAYMENT_DECLINED, 3_000, PIECE))
                .expectDispatchedCommands(
                        new RestoreCoupon(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, NOW),
                        new RefundPoints(WalletId.of(ANNA), ANNA, PAYMENT, new RefundId("p1-declined"), 3_000, NOW),
                        new DeclineOrder(ORDER, PAYMENT, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void givenNothingSpent_whenDeclined_thenOnlyTheOrderEnds() {
        saga.given(BY_POINTS, requested(13_000, 0))
                .whenPublishingA(declined(DeclineReason.INSUFFICIENT_POINTS, 0, null))
                .expectDispatchedCommands(new DeclineOrder(ORDER, PAYMENT, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void givenStarted_whenStartedIsDeliveredAgain_thenItIsTheSameProcess() {
        saga.given(BY_POINTS).whenPublishingA(BY_POINTS).expectActiveSagas(1);
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
}
