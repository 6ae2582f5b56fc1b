package io.firstcome.query.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.embedded.TestServers;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.coupon.CouponQuery.FindCoupon;
import io.firstcome.query.querying.QueryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.core.ResolvableType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis is emptied and killed while events flow; every answer is exact for the version that it names. */
@DisabledIfSystemProperty(named = "firstcome.test.redis", matches = ".+", disabledReason = "stops Redis")
class RedisOutageIT {

    private static final int PIECES = 600;

    private QuerySide querySide;
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();

    @BeforeEach
    void start() {
        TestServers.redis().start();
        querySide = QuerySide.start();
    }

    @AfterEach
    void stop() {
        reading.set(false);
        TestServers.redis().start();
        querySide.close();
    }

    private CouponView read() {
        return querySide
                .bean(QueryClient.class)
                .find(new FindCoupon("1", null, false), CouponView.class)
                .orElseThrow();
    }

    /** In these campaigns every event after the first is an issue, so both numbers are the same. */
    private void readAndCompare() {
        try {
            while (reading.get()) {
                LockSupport.parkNanos(1_000_000);
                long before = System.nanoTime();
                CouponView view = read();
                assertThat(view.issued()).isEqualTo((int) view.version());
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
            }
        } catch (Throwable e) {
            wrong.compareAndSet(null, e);
        }
    }

    @SuppressWarnings("unchecked")
    private RedisHashStore<CouponState> hashes() {
        return (RedisHashStore<CouponState>)
                querySide.beanOf(ResolvableType.forClassWithGenerics(RedisHashStore.class, CouponState.class));
    }

    private @Nullable CouponState hash() {
        return hashes().find("1").orElse(null);
    }

    @Test
    void givenEventsThatFlow_whenRedisIsEmptiedAndKilled_thenAnswersStayExactAndTheHashComesBack() throws Exception {
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(PIECES)));
        querySide.awaitCaughtUp();
        Thread reader = Thread.ofPlatform().daemon().start(this::readAndCompare);

        for (int i = 1; i <= PIECES / 10; i++) {
            querySide.store(campaign.issued(10));
            switch (i) {
                case 15 -> empty();
                case 30 -> TestServers.redis().stop();
                case 45 -> {
                    awaitView(450);
                    assertThat(read().version()).isEqualTo(450);
                    await().until(() -> querySide.bean(ProcessorFailures.class).reason("coupon-counter") != null);
                    TestServers.redis().start();
                }
                default -> awaitView(i * 10L);
            }
        }
        querySide.awaitCaughtUp();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(read().version()).isEqualTo(PIECES);
            assertThat(hash()).isNotNull();
        });
        reading.set(false);
        reader.join(Duration.ofSeconds(10));

        assertThat(wrong.get()).isNull();
        CouponState fromMySql =
                CouponProjection.COUPONS.find(querySide.jdbc(), "1").orElseThrow().state;
        assertThat(hash()).isEqualTo(fromMySql);
        assertThat(fromMySql.issued()).isEqualTo(PIECES);
        assertThat(querySide.bean(ProcessorFailures.class).reason("coupon-counter"))
                .isNull();
    }

    private void empty() {
        StringRedisTemplate redis = querySide.bean(StringRedisTemplate.class);
        redis.delete(redis.keys("*"));
    }

    private void awaitView(long version) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> read().version() >= version);
    }

    @Test
    void givenHashes_whenTheyAreNotWrittenTo_thenTheyAgeOut() {
        hashes().refill(CouponStateTest.state(1, null, 1));
        assertThat(hash()).isNotNull();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(hash()).isNull());
    }

    @Test
    void givenAForeignThingUnderTheKey_whenRead_thenItIsDroppedAndMySqlAnswers() {
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(5), campaign.issued("u1")));
        querySide.awaitCaughtUp();
        StringRedisTemplate redis = querySide.bean(StringRedisTemplate.class);
        String key = hashes().key("1");
        redis.delete(key);
        // As these hashes once were, a field for each component, and of another coupon.
        redis.opsForHash().putAll(key, Map.of("couponId", "1", "issued", "7", "version", "99"));

        assertThat(read().issued()).isEqualTo(1);
        assertThat(hash()).isNotNull();
    }
}
