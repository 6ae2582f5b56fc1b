package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Coupons with one fault each, as they were seen in public programs (pitfalls.md). The properties must notice. */
enum BrokenCoupon {
    SELLS_ONE_TOO_MANY(true, () -> new NaiveCoupon() {
        @Override
        boolean isSoldOut(CreateCoupon rules) {
            return issued > rules.quantity();
        }
    }),
    STOPS_ONE_TOO_EARLY(false, () -> new NaiveCoupon() {
        @Override
        boolean isSoldOut(CreateCoupon rules) {
            return issued + 1 >= rules.quantity();
        }
    }),
    LEAVES_HOLES_IN_SERIALS(true, () -> new NaiveCoupon() {
        @Override
        int nextSerial() {
            return issued == 3 ? 5 : issued + 1;
        }
    }),
    GIVES_A_USER_ONE_TOO_MANY(true, () -> new NaiveCoupon() {
        @Override
        int limit(CreateCoupon rules) {
            return rules.limitPerUser() + 1;
        }
    }),
    OPEN_AT_THE_INSTANT_OF_ITS_END(true, () -> new NaiveCoupon() {
        @Override
        boolean isOpen(CreateCoupon rules, Instant at) {
            return super.isOpen(rules, at) || at.equals(rules.issueUntil());
        }
    }),
    SHUT_AT_ITS_FIRST_INSTANT(false, () -> new NaiveCoupon() {
        @Override
        boolean isOpen(CreateCoupon rules, Instant at) {
            return super.isOpen(rules, at) && !at.equals(rules.issueFrom());
        }
    }),
    ASKS_FOR_NO_TIER(true, () -> new NaiveCoupon() {
        @Override
        boolean hasTier(CreateCoupon rules, IssueCoupon issue) {
            return true;
        }
    }),
    TAKES_LETTERS_FOR_EQUAL(true, () -> new NaiveCoupon() {
        @Override
        String keyOf(String user) {
            return user.toLowerCase(Locale.ROOT);
        }
    }),
    TAKES_NUMBERS_FOR_EQUAL(true, () -> new NaiveCoupon() {
        @Override
        String keyOf(String user) {
            return user.replaceFirst("^0+", "");
        }
    }),
    REMEMBERS_THE_REFUSED_AS_WINNERS(false, () -> new NaiveCoupon() {
        @Override
        void onSoldOut(String user) {
            pieces.merge(user, 1, Integer::sum);
        }
    }),
    REDEEMS_ANOTHERS_PIECE(true, () -> new NaiveCoupon() {
        @Override
        boolean isOf(CouponIssued piece, String user) {
            return true;
        }
    }),
    REDEEMS_THE_LAST_TO_EXPIRE(false, () -> new NaiveCoupon() {
        @Override
        Comparator<CouponIssued> inOrder() {
            return super.inOrder().reversed();
        }
    }),
    REDEEMS_FOR_NOTHING(true, () -> new NaiveCoupon() {
        @Override
        boolean isForNothing(long discount) {
            return false;
        }
    }),
    REDEEMS_A_PIECE_TWICE(true, () -> new NaiveCoupon() {
        @Override
        boolean isUsed(int serial) {
            return false;
        }
    }),
    REDEEMS_AT_THE_INSTANT_OF_EXPIRY(true, () -> new NaiveCoupon() {
        @Override
        boolean isExpired(CouponIssued piece, Instant at) {
            return at.isAfter(piece.expiresAt());
        }
    }),
    REDEEMS_FOR_TOO_SMALL_AN_ORDER(true, () -> new NaiveCoupon() {
        @Override
        boolean isTooSmall(CreateCoupon rules, RedeemCoupon redeem) {
            return false;
        }
    }),
    DECIDES_A_PAYMENT_TWICE(true, () -> new NaiveCoupon() {
        @Override
        boolean isDecided(String payment) {
            return false;
        }
    }),
    RESTORES_ANOTHER_PAYMENTS_PIECE(true, () -> new NaiveCoupon() {
        @Override
        boolean isUsedBy(int serial, String payment) {
            return isUsed(serial);
        }
    }),
    RESTORES_AGAIN_AND_AGAIN(true, () -> new NaiveCoupon() {
        @Override
        void onRestored(int serial) {
            // It goes on being redeemed.
        }
    }),
    TAKES_OFF_MORE_THAN_THE_LIMIT(true, () -> new NaiveCoupon() {
        @Override
        long discount(CreateCoupon rules, long orderAmount) {
            return Math.max(super.discount(rules, orderAmount), orderAmount / 10);
        }
    }),
    EMITS_AN_EVENT_WITH_A_REFUSAL(true, () -> new NaiveCoupon() {
        @Override
        Outcome refused(CouponErrorCode code) {
            return new Outcome(code, List.of(Campaign.closed()));
        }
    });

    /** Whether the fault breaks an invariant; any fault shows beside the naive model. */
    final boolean breaksInvariant;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Supplier<Coupons> make;

    BrokenCoupon(boolean breaksInvariant, Supplier<Coupons> make) {
        this.breaksInvariant = breaksInvariant;
        this.make = make;
    }

    Coupons make() {
        return make.get();
    }
}
