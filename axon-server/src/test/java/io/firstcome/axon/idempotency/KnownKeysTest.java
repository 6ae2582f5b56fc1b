package io.firstcome.axon.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is certainly not in the table of keys. */
class KnownKeysTest {

    private static final int MANY = 200_000;

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final KnownKeys keys = new KnownKeys(() -> now);

    @Test
    void givenTheTableIsNotReadYet_whenAsked_thenEveryKeyMayBeInIt() {
        assertThat(keys.isComplete()).isFalse();
        assertThat(keys.mayKnow(hash(1))).isTrue();

        keys.complete();

        assertThat(keys.mayKnow(hash(1))).isFalse();
    }

    @Test
    void givenManyKeys_whenAsked_thenNoneIsMissedAndFewOthersAreTakenForKnown() {
        keys.complete();
        IntStream.range(0, MANY).forEach(number -> keys.add(hash(number)));

        assertThat(IntStream.range(0, MANY)).allMatch(number -> keys.mayKnow(hash(number)));
        long mistaken = IntStream.range(MANY, 2 * MANY)
                .filter(number -> keys.mayKnow(hash(number)))
                .count();
        assertThat(mistaken).isLessThan(MANY / 100);
    }

    @Test
    void givenKeysOlderThanADay_whenMoreCome_thenTheOldOnesAreForgotten() {
        keys.complete();
        IntStream.range(0, MANY).forEach(number -> keys.add(hash(number)));
        now = now.plus(Duration.ofHours(26));
        IntStream.range(MANY, 5 * MANY).forEach(number -> keys.add(hash(number)));

        assertThat(IntStream.range(0, 1_000).filter(number -> keys.mayKnow(hash(number))))
                .hasSizeLessThan(50);
        assertThat(IntStream.range(MANY, 5 * MANY)).allMatch(number -> keys.mayKnow(hash(number)));
    }

    private static KeyHash hash(int number) {
        return KeyHash.of(new IdempotencyKey("user", "key-" + number));
    }
}
