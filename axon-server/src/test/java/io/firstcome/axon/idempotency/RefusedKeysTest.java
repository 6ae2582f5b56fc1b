package io.firstcome.axon.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The memory of keys that were refused for good. */
class RefusedKeysTest {

    private static final int CAPACITY = 16_000;
    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final RefusedKeys<String> keys = new RefusedKeys<>(CAPACITY, () -> now);

    @Test
    void givenKeys_whenAsked_thenEachHasWhatItWasTold() {
        assertThat(keys.isEmpty()).isTrue();
        remember(0, 5_000);

        assertThat(keys.isEmpty()).isFalse();
        assertThat(IntStream.range(0, 5_000)).allSatisfy(number -> {
            RefusedKeys.Told<String> told = Objects.requireNonNull(keys.find(hash(number)));
            assertThat(told.refusal()).isEqualTo("refusal " + number % 3);
            assertThat(told.traceId()).isEqualTo(trace(number));
            assertThat(told.fingerprint()).isEqualTo(0x0123456789abcdefL);
        });
        assertThat(keys.find(hash(5_000))).isNull();
    }

    @Test
    void givenMoreKeysThanFit_whenAsked_thenTheYoungestAreKept() {
        remember(0, 10 * CAPACITY);

        // Stripes are not filled evenly, so a tenth of the capacity is left out of the promise.
        assertThat(IntStream.range(10 * CAPACITY - CAPACITY * 9 / 10, 10 * CAPACITY))
                .allMatch(number -> keys.find(hash(number)) != null);
        assertThat(IntStream.range(0, CAPACITY)).allMatch(number -> keys.find(hash(number)) == null);
    }

    @Test
    void givenADay_whenAsked_thenAKeyIsStillKnownAndForgottenAfterTwo() {
        remember(0, 100);
        now = now.plus(IdempotencyStore.RETENTION);
        assertThat(IntStream.range(0, 100)).allMatch(number -> keys.find(hash(number)) != null);

        for (int day = 0; day < 2; day++) {
            now = now.plus(Duration.ofHours(25));
            IntStream.range(0, 100).forEach(number -> keys.find(hash(number)));
        }

        assertThat(IntStream.range(0, 100)).allMatch(number -> keys.find(hash(number)) == null);
    }

    @Test
    void givenTracesAndFingerprintsOfOtherForms_whenAskedWhetherTheyFit_thenNo() {
        assertThat(keys.canRemember(FINGERPRINT, trace(1))).isTrue();
        assertThat(keys.canRemember(FINGERPRINT, null)).isFalse();
        assertThat(keys.canRemember(FINGERPRINT, "trace")).isFalse();
        assertThat(keys.canRemember(FINGERPRINT, trace(10).replace('a', 'A'))).isFalse();
        assertThat(keys.canRemember("null", trace(1))).isFalse();
        assertThat(new RefusedKeys<>(0, () -> now).canRemember(FINGERPRINT, trace(1)))
                .isFalse();
    }

    private void remember(int from, int to) {
        IntStream.range(from, to)
                .forEach(number -> keys.remember(hash(number), FINGERPRINT, trace(number), "refusal " + number % 3));
    }

    private static KeyHash hash(int number) {
        return KeyHash.of(new IdempotencyKey("user", "key-" + number));
    }

    private static String trace(int number) {
        return HexFormat.of().toHexDigits((long) -number - 1) + HexFormat.of().toHexDigits((long) number);
    }
}
