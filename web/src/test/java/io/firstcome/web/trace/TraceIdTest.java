package io.firstcome.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void givenTraceparent_whenRead_thenItsTraceId() {
        assertThat(TraceId.fromTraceparent("00-" + TRACE + "-00f067aa0ba902b7-01"))
                .isEqualTo(TRACE);
        assertThat(TraceId.fromTraceparent("cc-" + TRACE + "-00f067aa0ba902b7-01-later-version"))
                .isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void givenTextThatIsNone_whenRead_thenNull(String header) {
        assertThat(TraceId.fromTraceparent(header)).isNull();
    }

    @Test
    void givenNoRequest_whenAsked_thenNewEachTime() {
        assertThat(TraceId.current()).matches("[0-9a-f]{32}").isNotEqualTo(TraceId.current());
    }

    @Test
    void givenRequest_whenAsked_thenItsOwn() {
        MDC.put(TraceId.MDC_KEY, TRACE);
        try {
            assertThat(TraceId.current()).isEqualTo(TRACE);
        } finally {
            MDC.remove(TraceId.MDC_KEY);
        }
    }
}
