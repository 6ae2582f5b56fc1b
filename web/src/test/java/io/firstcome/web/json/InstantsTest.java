package io.firstcome.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00+09:00, 2026-11-20T00:00:00Z",
        "2026-11-20T09:00:00-00:30, 2026-11-20T09:30:00Z",
        "2028-02-29T23:59:59.123456789Z, 2028-02-29T23:59:59.123456Z",
        "1000-01-01T00:00:00Z, 1000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
    })
    void givenInstant_whenParsed_thenItIsRead(String text, String instant) {
        assertThat(Instants.parse(text)).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-20",
                "2026-11-20T09:00:00",
                "2026-11-20T09:00Z",
                "2026-11-20 09:00:00Z",
                "2026-11-20T09:00:00z",
                "2026-11-20T09:00:00+09",
                "2026-11-20T09:00:00+19:00",
                "2026-11-20T09:00:00Z[Europe/Paris]",
                "2026-02-29T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-11-31T00:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T25:00:00Z",
                "2026-11-20T09:60:00Z",
                "2016-12-31T23:59:60Z",
                "0000-01-01T00:00:00Z",
                "0999-12-31T23:59:59Z",
                "1000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "\u0662026-11-20T09:00:00Z",
                "2026-11-20T09:00:00.1234567890Z",
            })
    void givenNoInstant_whenParsed_thenRefused(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
