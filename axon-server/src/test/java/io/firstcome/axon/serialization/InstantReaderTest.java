package io.firstcome.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class InstantReaderTest {

    private static final int TRIES = 10_000;
    private static final long SECONDS_OF_4000_YEARS = 126_230_400_000L;

    private final JsonMapper mapper = Serializers.forTasks();

    @Test
    void givenAnyInstant_whenItIsWrittenAndRead_thenItIsTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            long second =
                    Instant.parse("0000-01-01T00:00:00Z").getEpochSecond() + random.nextLong(SECONDS_OF_4000_YEARS);
            long nanos = random.nextLong(1_000_000_000) / (long) Math.pow(10, random.nextInt(10));
            Instant instant = Instant.ofEpochSecond(second, nanos * (i % 2 == 0 ? 1 : 0));

            assertThat(read(mapper.writeValueAsString(instant))).isEqualTo(instant);
            assertThat(InstantReader.plain(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2026-11-20T09:00:00.1Z",
                "2026-11-20T09:00:00.123456789Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T09:00:00+01:00",
                "+12026-11-20T09:00:00Z",
                "-0001-11-20T09:00:00.5Z"
            })
    void givenOtherForms_whenRead_thenTheyAreWhatTheJdkReads(String text) {
        assertThat(read('"' + text + '"')).isEqualTo(Instant.parse(text));
    }

    @Test
    void givenSecondsAsANumber_whenRead_thenTheyAreAnInstant() {
        assertThat(read("1.5")).isEqualTo(Instant.ofEpochSecond(1, 500_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29T23:59:59Z",
                "2026-13-20T09:00:00Z",
                "2026-11-20T25:00:00Z",
                "2026-11-20T09:00:00.12x4Z",
                "2026-11-20 09:00:00Z",
                "2026/11/20T09:00:00Z",
                "20 November, afternoonZ"
            })
    void givenNoInstant_whenRead_thenItIsRefused(String text) {
        assertThatThrownBy(() -> read('"' + text + '"')).isInstanceOf(JacksonException.class);
    }

    private Instant read(String json) {
        return mapper.readValue(json, Instant.class);
    }
}
