package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponErrorCode;
import io.firstcome.command.coupon.api.CreateCoupon;
import io.firstcome.command.coupon.api.IssueCoupon;
import io.firstcome.events.coupon.CouponClosed;
import java.time.Instant;
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
    TAKES_LETTERS_FOR_EQUAL(false, () -> new NaiveCoupon() {
        @Override
        String keyOf(String user) {
            return user.toLowerCase(Locale.ROOT);
        }
    }),
    TAKES_NUMBERS_FOR_EQUAL(false, () -> new NaiveCoupon() {
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
    EMITS_AN_EVENT_WITH_A_REFUSAL(true, () -> new NaiveCoupon() {
        @Override
        Outcome refused(CouponErrorCode code) {
            return new Outcome(code, List.of(new CouponClosed(Campaign.ID, Campaign.NOW)));
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
