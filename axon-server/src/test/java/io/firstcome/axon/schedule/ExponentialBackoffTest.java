package io.firstcome.axon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExponentialBackoffTest {

    private final ExponentialBackoff pause = new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void givenTries_whenAskedForThePause_thenItDoublesUpToTheLongest() {
        assertThat(pause.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.after(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause.after(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(pause.after(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pause.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void givenAPauseThatShrinks_whenMade_thenItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialBackoff(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
