package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What is asked of coupon 1, in this order. */
record History(List<CouponCommand> commands) {

    static final int MAX_COMMANDS = 60;

    private static final int MAX_DAYS = 2;

    /** Few users, so that they come again; and such as a careless set would take for one another. */
    private static final String[] USERS = {
        "1",
        "2",
        "7",
        "007",
        "a",
        "A",
        "10000000000",
        "999999999999999999",
        "1000000000000000000",
        "550e8400-e29b-41d4-a716-446655440000",
        "550E8400-E29B-41D4-A716-446655440000",
        "00000000-0000-0000-0000-000000000000"
    };

    private static final Discount[] DISCOUNTS = {
        Campaign.DISCOUNT,
        new Discount(Discount.Type.PERCENT, 1, null),
        new Discount(Discount.Type.PERCENT, 100, 1L),
        new Discount(Discount.Type.FIXED, 1_000, null)
    };

    private static final String[] PAYMENTS = {
        "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "550e8400-e29b-41d4-a716-446655440000"
    };

    /** Around nothing taken off, the least amount, the most that is taken off, and where a careless product would overflow. */
    private static final Long[] AMOUNTS = {0L, 50L, 100L, 19_999L, 20_000L, 20_009L, 50_000L, 50_010L, Long.MAX_VALUE};

    /** Histories of one campaign: it is mostly created first, and its window lies among the instants of the commands. */
    static Arbitrary<History> any() {
        Arbitrary<Boolean> createdFirst = Arbitraries.frequency(Tuple.of(19, true), Tuple.of(1, false));
        return Combinators.combine(
                        campaigns(),
                        createdFirst,
                        steps().list().ofMaxSize(MAX_COMMANDS).withSizeDistribution(RandomDistribution.uniform()))
                .as((campaign, first, steps) -> new History(
                        first
                                ? Stream.concat(Stream.of(campaign.create()), steps.stream())
                                        .toList()
                                : steps));
    }

    private static Arbitrary<Campaign> campaigns() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, MAX_DAYS),
                        minutes(0, 10).injectNull(0.5),
                        minutes(20, 30).injectNull(0.5),
                        Arbitraries.of(Tier.class).injectNull(0.7),
                        Arbitraries.of(DISCOUNTS),
                        Arbitraries.of(0L, Campaign.MIN_ORDER_AMOUNT))
                .as(Campaign::new);
    }

    private static Arbitrary<CouponCommand> steps() {
        Arbitrary<CouponCommand> issue = Combinators.combine(
                        Arbitraries.of(USERS), Arbitraries.of(Tier.class).injectNull(0.2), moments())
                .as(History::issue);
        Arbitrary<CouponCommand> close = minutes(-3, 33).map(at -> new CloseCoupon(Campaign.ID, Campaign.REASON, at));
        Arbitrary<CouponCommand> createAnew = Arbitraries.of(Campaign.of(4).create());
        return Arbitraries.frequencyOf(
                Tuple.of(50, issue),
                Tuple.of(30, redeem()),
                Tuple.of(10, restore()),
                Tuple.of(1, close),
                Tuple.of(1, createAnew));
    }

    private static Arbitrary<CouponCommand> redeem() {
        return Combinators.combine(
                        Arbitraries.of(USERS),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(PAYMENTS),
                        Arbitraries.of(AMOUNTS),
                        moments(),
                        Arbitraries.integers().between(0, MAX_DAYS))
                .as((user, serial, payment, amount, at, days) -> {
                    Instant aroundExpiry = at.plus(Duration.ofDays(days));
                    return Campaign.redeem(user, serial, payment, amount, aroundExpiry, aroundExpiry);
                });
    }

    private static Arbitrary<CouponCommand> restore() {
        return Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.of(PAYMENTS), minutes(-3, 33))
                .as((serial, payment, at) -> Campaign.restore("1", serial, payment, at));
    }

    private static CouponCommand issue(String user, @Nullable Tier tier, Instant at) {
        return new IssueCoupon(Campaign.ID, new UserId(user), tier, at);
    }

    /** Few, so that a piece is often redeemed at the instant of its expiry. */
    private static Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(-1, 11).map(step -> Campaign.NOW.plus(Duration.ofMinutes(3L * step)));
    }

    private static Arbitrary<Instant> minutes(int from, int to) {
        return Arbitraries.integers().between(from, to).map(minute -> Campaign.NOW.plus(Duration.ofMinutes(minute)));
    }

    List<Outcome> sentTo(Coupons coupons) {
        return commands.stream().map(coupons::send).toList();
    }

    /** The same, with a snapshot made after the first {@code count} commands. */
    List<Outcome> sentTo(AxonCoupons coupons, int count) {
        List<Outcome> outcomes = new ArrayList<>();
        for (CouponCommand command : commands) {
            if (outcomes.size() == count) {
                coupons.snapshot(Campaign.ID);
            }
            outcomes.add(coupons.send(command));
        }
        return outcomes;
    }
}
