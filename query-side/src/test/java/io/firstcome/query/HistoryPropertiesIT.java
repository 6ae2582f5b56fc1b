package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.coupon.CouponQuery.FindCoupon;
import io.firstcome.query.coupon.CouponView;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.usercoupon.UserCouponQuery.FindUserCoupons;
import io.firstcome.query.usercoupon.UserCouponView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whatever happened to some coupons, in whatever batches: the views equal a fold of it. */
class HistoryPropertiesIT {

    private static final QuerySide QUERY_SIDE = QuerySide.start(Map.of(
            "firstcome.processor.batch-size", 7,
            "firstcome.redis.refill-ttl", Duration.ofMinutes(1),
            // A busy machine must not look like an outage of Redis.
            "firstcome.redis.read-timeout", Duration.ofSeconds(5)));

    @AfterContainer
    static void stop() {
        QUERY_SIDE.close();
    }

    /** What happens in a step: mostly a piece of a coupon is issued to a user. */
    enum Kind {
        ISSUES,
        CLOSES,
        /** A piece is redeemed or, if it is, restored. */
        USES,
        REFUSES
    }

    /** One step of a history. */
    record Step(Kind kind, int coupon, int user, boolean endsTransaction) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(12, Kind.ISSUES),
                                Tuple.of(8, Kind.USES),
                                Tuple.of(2, Kind.REFUSES),
                                Tuple.of(1, Kind.CLOSES)),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 5).map(n -> n == 1))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(120);
    }

    /** What the views should say: the fold of one history. */
    private static final class Fold {

        private final String prefix = UUID.randomUUID().toString().substring(0, 8);
        private final Map<String, CouponTestData> campaigns = new HashMap<>();
        private final Map<String, Integer> issued = new HashMap<>();
        private final Map<String, Boolean> closed = new HashMap<>();
        private final Map<String, List<String>> piecesOf = new HashMap<>();
        private final Map<String, List<String>> holders = new HashMap<>();
        private final Set<String> redeemed = new HashSet<>();
        private final List<DomainEventMessage<?>> transaction = new ArrayList<>();

        void apply(Step step) {
            String couponId = prefix + "-" + step.coupon();
            CouponTestData campaign = campaigns.computeIfAbsent(couponId, id -> {
                CouponTestData created = new CouponTestData(id);
                transaction.add(created.created(1_000));
                issued.put(id, 0);
                closed.put(id, false);
                return created;
            });
            String userId = prefix + "-u" + step.user();
            switch (step.kind()) {
                case CLOSES -> {
                    transaction.add(campaign.closed());
                    closed.put(couponId, true);
                }
                case ISSUES -> {
                    transaction.add(campaign.issued(userId));
                    int serial = issued.merge(couponId, 1, Integer::sum);
                    holders.computeIfAbsent(couponId, id -> new ArrayList<>()).add(userId);
                    piecesOf.computeIfAbsent(userId, id -> new ArrayList<>()).addFirst(couponId + "#" + serial);
                }
                case USES, REFUSES -> use(step, couponId, campaign);
            }
            if (step.endsTransaction()) {
                store();
            }
        }

        private void use(Step step, String couponId, CouponTestData campaign) {
            List<String> pieces = holders.getOrDefault(couponId, List.of());
            if (pieces.size() < step.user()) {
                return;
            }
            int serial = pieces.size() + 1 - step.user();
            String holder = pieces.get(serial - 1);
            if (step.kind() == Kind.REFUSES) {
                transaction.add(campaign.redemptionRefused(holder, serial));
            } else if (redeemed.add(couponId + "#" + serial)) {
                transaction.add(campaign.redeemed(holder, serial));
            } else {
                redeemed.remove(couponId + "#" + serial);
                transaction.add(campaign.restored(holder, serial));
            }
        }

        long redeemedOf(String couponId) {
            return redeemed.stream()
                    .filter(piece -> piece.startsWith(couponId + "#"))
                    .count();
        }

        void store() {
            if (!transaction.isEmpty()) {
                QUERY_SIDE.store(transaction);
                transaction.clear();
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void givenAnyHistory_whenTheViewsAreRead_thenTheyEqualItsFold(@ForAll("histories") List<Step> history) {
        Fold fold = new Fold();
        history.forEach(fold::apply);
        fold.store();
        QUERY_SIDE.awaitCaughtUp();

        fold.issued.forEach((couponId, issued) -> {
            CouponView redis = find(couponId);
            QUERY_SIDE.bean(StringRedisTemplate.class).delete("firstcome:coupon:" + couponId);
            CouponView mySql = find(couponId);
            assertThat(redis).isEqualTo(mySql);
            assertThat(mySql.issued()).isEqualTo(issued);
            assertThat(mySql.redeemed()).isEqualTo((int) fold.redeemedOf(couponId));
            assertThat(mySql.closedAt() != null).isEqualTo(fold.closed.get(couponId));
            assertThat(find(couponId)).isEqualTo(mySql);
            assertThat(QUERY_SIDE.bean(StringRedisTemplate.class).hasKey("firstcome:coupon:" + couponId))
                    .isTrue();
        });
        Set<String> usedUp = new HashSet<>();
        fold.piecesOf.forEach(
                (userId, pieces) -> assertThat(pieces(userId, usedUp)).isEqualTo(pieces));
        assertThat(usedUp).isEqualTo(fold.redeemed);
    }

    private static CouponView find(String couponId) {
        return QUERY_SIDE
                .bean(QueryClient.class)
                .find(new FindCoupon(couponId, null, false), CouponView.class)
                .orElseThrow();
    }

    /** All pieces of a user, newest first, read in parts of five; those that are redeemed are added to {@code redeemed}. */
    private static List<String> pieces(String userId, Set<String> redeemed) {
        List<String> found = new ArrayList<>();
        long before = Long.MAX_VALUE;
        boolean more = true;
        while (more) {
            List<UserCouponView> part = QUERY_SIDE
                    .bean(QueryClient.class)
                    .list(new FindUserCoupons(userId, before, 5), UserCouponView.class);
            for (UserCouponView piece : part) {
                found.add(piece.couponId() + "#" + piece.serial());
                if (piece.status() == UserCouponView.Status.REDEEMED) {
                    redeemed.add(found.getLast());
                }
                before = piece.position();
            }
            more = !part.isEmpty();
        }
        return found;
    }
}
