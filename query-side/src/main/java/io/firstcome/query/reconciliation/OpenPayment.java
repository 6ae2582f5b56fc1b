package io.firstcome.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.events.AboutUser;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment, compared with its order, its coupon and its points. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class OpenPayment implements OpenState {

    /** How far it is. */
    enum Stage {
        BEGUN,
        UNKNOWN,
        /** The money is there; its order does not know. */
        APPROVED,
        /** It is declined, or its order knows that it is approved. */
        DECIDED
    }

    private Stage stage = Stage.DECIDED;

    /** Whether the order that it pays has ended, so that all of it is to be given back. */
    private boolean owed;

    /** Parts that the order has asked for and the payment has not begun. */
    private Set<String> askedRefunds = new LinkedHashSet<>();

    private Set<String> openRefunds = new LinkedHashSet<>();
    private boolean refundFailed;

    /** Whether all of it is given back and its order does not know. */
    private boolean refundUnrecorded;

    /** The coupon that is to be restored. */
    private @Nullable String coupon;

    private boolean pointsOwed;

    @Override
    public void apply(AboutUser event) {
        switch (event) {
            case OrderPaymentStarted started -> stage = Stage.BEGUN;
            case CouponRedeemed redeemed -> {}
            case CouponRedemptionRefused refused -> stage = Stage.DECIDED;
            case OrderPaymentRefused refused -> stage = Stage.DECIDED;
            case PaymentRequested requested -> stage = Stage.BEGUN;
            case PaymentOutcomeUnknown unknown -> stage = Stage.UNKNOWN;
            case PaymentApproved approved -> stage = Stage.APPROVED;
            case PaymentDeclined declined -> decline(declined);
            case OrderPaid paid -> record(false);
            case OrderPaymentLate late -> record(true);
            case OrderCancelled cancelled -> owe();
            case OrderRefundStarted started -> ask(started);
            case OrderReturned returned -> owe();
            case PaymentRefundStarted started -> {
                askedRefunds.remove(started.refundId().value());
                openRefunds.add(started.refundId().value());
                // Points that come back do not hide what the card still owes.
                refundFailed &= started.card() == 0;
            }
            case CardRefunded refunded -> {}
            case PaymentRefundFailed failed -> {
                openRefunds.remove(failed.refundId().value());
                refundFailed = true;
                if (failed.coupon() != null) {
                    restore(failed.coupon());
                }
            }
            case OrderRefundFailed failed -> {}
            case PaymentRefunded refunded -> refund(refunded);
            case OrderRefunded refunded -> {
                record(false);
                refundUnrecorded = false;
            }
            case CouponRestored restored -> coupon = null;
            case PointsRefunded refunded -> pointsOwed = false;
            default -> throw new IllegalArgumentException("A payment does not hear of " + event.getClass());
        }
    }

    private void record(boolean late) {
        stage = Stage.DECIDED;
        owed = late;
    }

    private void decline(PaymentDeclined event) {
        stage = Stage.DECIDED;
        pointsOwed = event.points() > 0;
        restore(event.coupon());
    }

    /** A part that the gateway refuses is no debt, but one that was never begun is lost. */
    private void ask(OrderRefundStarted event) {
        if (event.whole()) {
            owed = true;
        } else {
            askedRefunds.add(event.refundId().value());
        }
    }

    /** It may have been refunded before its order was cancelled. */
    private void owe() {
        owed = !refundUnrecorded;
    }

    private void refund(PaymentRefunded event) {
        openRefunds.remove(event.refundId().value());
        if (event.whole()) {
            owed = false;
            askedRefunds.clear();
            refundUnrecorded = true;
            restore(event.coupon());
        }
    }

    private void restore(@Nullable CouponPiece piece) {
        coupon = piece == null ? null : piece.couponId().value();
    }

    @Override
    public Set<DiscrepancyKind> kinds() {
        Set<DiscrepancyKind> kinds = EnumSet.noneOf(DiscrepancyKind.class);
        switch (stage) {
            case BEGUN -> kinds.add(DiscrepancyKind.PAYMENT_NOT_DECIDED);
            case UNKNOWN -> kinds.add(DiscrepancyKind.PAYMENT_OUTCOME_UNKNOWN);
            case APPROVED -> kinds.add(DiscrepancyKind.PAYMENT_NOT_RECORDED);
            case DECIDED -> {}
        }
        if (!openRefunds.isEmpty()) {
            kinds.add(DiscrepancyKind.REFUND_NOT_COMPLETED);
        } else if (owed) {
            kinds.add(refundFailed ? DiscrepancyKind.REFUND_FAILED : DiscrepancyKind.REFUND_NOT_STARTED);
        } else if (!askedRefunds.isEmpty()) {
            kinds.add(DiscrepancyKind.REFUND_NOT_STARTED);
        }
        if (refundUnrecorded) {
            kinds.add(DiscrepancyKind.REFUND_NOT_RECORDED);
        }
        if (coupon != null) {
            kinds.add(DiscrepancyKind.COUPON_NOT_RESTORED);
        }
        if (pointsOwed) {
            kinds.add(DiscrepancyKind.POINTS_NOT_REFUNDED);
        }
        return kinds;
    }

    @Override
    public long since(long changedAt) {
        return changedAt;
    }

    @Override
    public @Nullable String couponId() {
        return coupon;
    }
}
