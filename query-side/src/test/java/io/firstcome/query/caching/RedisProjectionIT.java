package io.firstcome.query.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.QuerySide;
import io.firstcome.query.caching.FakeStore.Counted;
import io.firstcome.query.caching.FakeStore.Total;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A hash in Redis is exact for its version or not there, whatever events come, and in whatever order. */
class RedisProjectionIT {

    private static final QuerySide QUERY_SIDE = QuerySide.start();
    private static final String ID = "new";

    private final StringRedisTemplate redis = QUERY_SIDE.bean(StringRedisTemplate.class);
    private final RedisHashStore<Total> hashes =
            new RedisHashStore<>(QUERY_SIDE.bean(RedisClients.class), "firstcome:counter:", Total.class);
    private final RedisProjection<Total, Counted> projection =
            new RedisProjection<>(FakeStore.TYPE, hashes, FakeStore::after) {};

    @BeforeEach
    void empty() {
        hashes.clear();
    }

    @AfterAll
    static void stop() {
        QUERY_SIDE.close();
    }

    private static GenericDomainEventMessage<Counted> event(long version, int by) {
        return new GenericDomainEventMessage<>(FakeStore.TYPE, FakeStore.TYPE + ":" + ID, version, new Counted(by));
    }

    /** One batch with the events of these versions, each of which adds one. */
    private void batch(long... versions) {
        batch(ReplayStatus.REGULAR, versions);
    }

    private void batch(ReplayStatus replay, long... versions) {
        DefaultUnitOfWork.startAndGet(null)
                .execute(() -> LongStream.of(versions)
                        .mapToObj(version -> event(version, 1))
                        .forEach(event -> projection.add(event.getPayload(), event, replay)));
    }

    private @Nullable Total hash() {
        return hashes.find(ID).orElse(null);
    }

    private static Total total(long version) {
        return new Total(ID, version + 1, version);
    }

    @Test
    void givenBatches_whenTheyComeTwiceOrWithHoles_thenTheHashIsExactOrGone() {
        batch(0, 1);
        assertThat(hash()).isEqualTo(total(1));

        batch(2, 3);
        batch(2, 3);
        batch(0, 1);
        assertThat(hash()).isEqualTo(total(3));

        // What is in the hash already is left out: a batch may overlap it.
        batch(3, 4);
        assertThat(hash()).isEqualTo(total(4));

        batch(6, 7);
        assertThat(hash()).isNull();
        batch(8, 9);
        assertThat(hash()).isNull();
    }

    @Test
    void givenAHash_whenItIsRefilled_thenItNeverGoesBack() {
        batch(0, 1, 2);
        hashes.refill(total(1));
        assertThat(hash()).isEqualTo(total(2));
        hashes.refill(total(4));
        assertThat(hash()).isEqualTo(total(4));
        batch(3, 4, 5);
        assertThat(hash()).isEqualTo(total(5));
    }

    @Test
    void givenAHash_whenABatchHasAHole_thenItIsDropped() {
        batch(0, 1);
        batch(2, 4);
        assertThat(hash()).isNull();
    }

    @Test
    void givenAHash_whenAnEventCannotFollowOrBeRead_thenItIsDropped() {
        batch(0);
        GenericDomainEventMessage<Counted> wrong = event(1, -1);
        DefaultUnitOfWork.startAndGet(null)
                .execute(() -> projection.add(wrong.getPayload(), wrong, ReplayStatus.REGULAR));
        assertThat(hash()).isNull();

        hashes.refill(total(1));
        EventMessage<?> unread = event(2, 1);
        DefaultUnitOfWork.startAndGet(null).execute(() -> fault(unread));
        assertThat(hash()).isNull();
    }

    private void fault(EventMessage<?> event) {
        try {
            projection.onFault(new IllegalArgumentException("It cannot be read"), event);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givenAReplay_whenItBringsThePast_thenNothingIsWritten() {
        batch(ReplayStatus.REPLAY, 0, 1);
        assertThat(hash()).isNull();
    }

    @Test
    void givenHashesOfAnotherFormat_whenReadOrFollowed_thenTheyAreNeverMisread() {
        String key = hashes.key(ID);
        // As the coupons' hashes once were: a field for each component.
        redis.opsForHash().putAll(key, Map.of("id", ID, "sum", "3", "version", "2"));
        batch(3, 4);
        assertThat(hash()).isNull();
        assertThat(redis.hasKey(key)).isFalse();

        hashes.refill(total(4));
        // As an older node would go on counting in a hash of today's format.
        redis.opsForHash().put(key, "version", "5");
        assertThat(hash()).isNull();
        assertThat(redis.hasKey(key)).isFalse();
    }

    @Test
    void givenHashes_whenTheyAreWritten_thenTheyLiveAsLongAsTheirWriterSays() {
        batch(0);
        assertThat(redis.getExpire(hashes.key(ID), TimeUnit.MILLISECONDS))
                .isBetween(50_000L, Duration.ofSeconds(60).toMillis());
        hashes.refill(total(1));
        assertThat(redis.getExpire(hashes.key(ID), TimeUnit.MILLISECONDS))
                .isBetween(1L, Duration.ofSeconds(2).toMillis());
    }
}
