package io.firstcome.command.coupon.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.Texts;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one coupon. */
public sealed interface CouponCommand extends AggregateCommand {

    CouponId couponId();

    @Override
    default String aggregateId() {
        return couponId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return CouponErrorCode.COUPON_NOT_FOUND;
    }

    /**
     * Sets up a campaign. Answered with {@code CouponCreated}; refused with {@code COUPON_EXISTS}.
     *
     * @param quantity 1 to {@value #MAX_QUANTITY}
     * @param minOrderAmount 0 or more
     * @param issueFrom the first instant of issue; null: at once
     * @param issueUntil the first instant after it, later than {@code issueFrom}; null: no end
     * @param validDays 1 to {@value #MAX_VALID_DAYS}
     * @param limitPerUser 1 to {@value #MAX_LIMIT_PER_USER}
     * @param requiredTier the least tier; null: any user
     * @param at when it was asked for
     */
    record CreateCoupon(
            @TargetAggregateIdentifier CouponId couponId,
            String name,
            int quantity,
            Discount discount,
            long minOrderAmount,
            @Nullable Instant issueFrom,
            @Nullable Instant issueUntil,
            int validDays,
            int limitPerUser,
            @Nullable Tier requiredTier,
            Instant at)
            implements CouponCommand {

        public static final int MAX_QUANTITY = 100_000_000;
        public static final int MAX_VALID_DAYS = 3_650;
        public static final int MAX_LIMIT_PER_USER = 100;
        public static final int MAX_NAME_LENGTH = 200;

        public CreateCoupon {
            requireBetween("quantity", quantity, MAX_QUANTITY);
            requireBetween("validDays", validDays, MAX_VALID_DAYS);
            requireBetween("limitPerUser", limitPerUser, MAX_LIMIT_PER_USER);
            if (name.isBlank() || Texts.length(name) > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException(
                        "name is not blank and has at most " + MAX_NAME_LENGTH + " characters");
            }
            if (minOrderAmount < 0) {
                throw new IllegalArgumentException("minOrderAmount is 0 or more");
            }
            if (issueFrom != null && issueUntil != null && !issueFrom.isBefore(issueUntil)) {
                throw new IllegalArgumentException("issueUntil is later than issueFrom");
            }
        }

        private static void requireBetween(String what, int value, int max) {
            if (value < 1 || value > max) {
                throw new IllegalArgumentException(what + " is 1 to " + max);
            }
        }
    }

    /**
     * Gives one piece to a user. Answered with {@code CouponIssued}.
     *
     * @param userTier the user's tier as their token says; null: none
     * @param at when it was asked for; the piece's validity counts from here
     */
    record IssueCoupon(
            @TargetAggregateIdentifier CouponId couponId,
            UserId userId,
            @Nullable Tier userTier,
            Instant at) implements CouponCommand {}

    /**
     * Ends a campaign for good; issued pieces stay valid. Answered with {@code CouponClosed}.
     *
     * @param reason for who reads it later: not blank, at most {@value #MAX_REASON_LENGTH} characters
     */
    record CloseCoupon(@TargetAggregateIdentifier CouponId couponId, String reason, Instant at)
            implements CouponCommand {

        public static final int MAX_REASON_LENGTH = 200;

        public CloseCoupon {
            if (reason.isBlank() || Texts.length(reason) > MAX_REASON_LENGTH) {
                throw new IllegalArgumentException(
                        "reason is not blank and has at most " + MAX_REASON_LENGTH + " characters");
            }
        }
    }

    /**
     * Asks which piece of a user would be redeemed at {@code at}. Answered with a {@code CouponPiece}, or with null when the user has none
     * that is unused and valid. It changes nothing: who is answered the same at the same time gets another piece when it is redeemed.
     */
    record ChoosePiece(@TargetAggregateIdentifier CouponId couponId, UserId userId, Instant at)
            implements CouponCommand {}

    /** Answered with how many pieces can still be issued, a {@code Long}: none when the campaign is closed or over. */
    record CountPieces(@TargetAggregateIdentifier CouponId couponId, Instant at) implements CouponCommand {}

    /**
     * Takes a piece of the user's for a payment: the one that expires first of those that are unused and valid. Emits
     * {@code CouponRedeemed}, which tells which, or {@code CouponRedemptionRefused}; said again for the same payment it does nothing.
     *
     * @param piece the one that was chosen when the payment began, which another payment may have taken since; a rejection names it
     * @param orderAmount what the order costs, without shipping; 0 or more
     */
    record RedeemCoupon(
            @TargetAggregateIdentifier CouponId couponId,
            UserId userId,
            CouponPiece piece,
            PaymentId paymentId,
            OrderId orderId,
            long orderAmount,
            Instant at)
            implements CouponCommand {

        public RedeemCoupon {
            if (!piece.couponId().equals(couponId)) {
                throw new IllegalArgumentException("The piece is one of another coupon");
            }
            if (orderAmount < 0) {
                throw new IllegalArgumentException("orderAmount is 0 or more");
            }
        }
    }

    /**
     * Gives back the piece that was redeemed for a payment, whichever that was. Emits {@code CouponRestored}, which tells it; said again,
     * or when nothing was redeemed for that payment, it does nothing.
     *
     * @param serial the piece as the payment knows it
     */
    record RestoreCoupon(
            @TargetAggregateIdentifier CouponId couponId, UserId userId, int serial, PaymentId paymentId, Instant at)
            implements CouponCommand {}
}
