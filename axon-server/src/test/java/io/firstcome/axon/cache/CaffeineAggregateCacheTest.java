package io.firstcome.axon.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;

class CaffeineAggregateCacheTest {

    private final CaffeineAggregateCache cache = new CaffeineAggregateCache(100);

    @Test
    void givenNothing_whenAsked_thenNull() {
        assertThat(cache.<String, Object>get("coupon:1")).isNull();
        assertThat(cache.containsKey("coupon:1")).isFalse();
        assertThat(cache.remove("coupon:1")).isFalse();
    }

    @Test
    void givenEntry_whenAsked_thenItIsThereUntilRemoved() {
        cache.put("coupon:1", "first");
        assertThat(cache.<String, String>get("coupon:1")).isEqualTo("first");

        cache.put("coupon:1", "second");
        assertThat(cache.<String, String>get("coupon:1")).isEqualTo("second");
        assertThat(cache.containsKey("coupon:1")).isTrue();

        assertThat(cache.remove("coupon:1")).isTrue();
        assertThat(cache.containsKey("coupon:1")).isFalse();
    }

    @Test
    void givenEntry_whenPutIfAbsent_thenTheFirstStays() {
        assertThat(cache.putIfAbsent("coupon:1", "first")).isTrue();
        assertThat(cache.putIfAbsent("coupon:1", "second")).isFalse();
        assertThat(cache.<String, String>get("coupon:1")).isEqualTo("first");
    }

    @Test
    void givenNothing_whenComputed_thenItIsKept() {
        assertThat(cache.<String>computeIfAbsent("coupon:1", () -> "made")).isEqualTo("made");
        assertThat(cache.<String>computeIfAbsent("coupon:1", () -> "again")).isEqualTo("made");
    }

    @Test
    void givenEntry_whenComputed_thenItIsReplacedAndAnAbsentOneIsNot() {
        cache.put("coupon:1", "a");
        cache.<String>computeIfPresent("coupon:1", value -> value + "b");
        cache.<String>computeIfPresent("coupon:2", value -> value + "b");

        assertThat(cache.<String, String>get("coupon:1")).isEqualTo("ab");
        assertThat(cache.containsKey("coupon:2")).isFalse();
    }

    @Test
    void givenEntries_whenAllRemoved_thenNoneIsLeft() {
        IntStream.range(0, 10).forEach(key -> cache.put(key, key));
        cache.removeAll();

        assertThat(IntStream.range(0, 10)).noneMatch(cache::containsKey);
    }

    @Test
    void givenMoreThanFit_whenPut_thenItStaysBounded() {
        IntStream.range(0, 100_000).forEach(key -> cache.put(key, key));

        // Eviction is done beside the writers, so some more than the bound may be there for a moment.
        assertThat(IntStream.range(0, 100_000).filter(cache::containsKey).count())
                .isLessThan(10_000);
    }

    @Test
    void givenListener_whenRegistered_thenItIsRefusedRatherThanForgotten() {
        Cache.EntryListener listener = new Cache.EntryListenerAdapter() {};

        assertThatIllegalStateException().isThrownBy(() -> cache.registerCacheEntryListener(listener));
    }
}
