package io.firstcome.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Rest rest = new Rest(Duration.ofSeconds(1), nanos::get);

    @Test
    void givenNoFailure_whenAsked_thenEverybodyMayUseIt() {
        assertThat(rest.allows()).isTrue();
        assertThat(rest.allows()).isTrue();
    }

    @Test
    void givenAFailure_whenTheWhileIsOver_thenOneTriesAndTheOthersWaitForIt() {
        rest.failed();
        assertThat(rest.allows()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(rest.allows()).isTrue();
        assertThat(rest.allows()).isFalse();

        rest.succeeded();
        assertThat(rest.allows()).isTrue();
    }
}
