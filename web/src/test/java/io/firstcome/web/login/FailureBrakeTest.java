package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureBrakeTest {

    @Test
    void givenAsManyFailuresAsAllowed_whenAsked_thenItIsOnForThatKeyOnly() {
        FailureBrake brake = new FailureBrake(2);
        brake.failed("a");
        assertThat(brake.isOn("a")).isFalse();
        brake.failed("a");
        assertThat(brake.isOn("a")).isTrue();
        assertThat(brake.isOn("b")).isFalse();
    }

    @Test
    void givenEndlessKeys_whenTheyFail_thenItHoldsSomeThousand() {
        FailureBrake brake = new FailureBrake(2);
        for (int i = 0; i < 5 * FailureBrake.MAX_KEYS; i++) {
            brake.failed("somebody-" + i);
        }
        assertThat(brake.size()).isBetween(1L, (long) FailureBrake.MAX_KEYS);
    }
}
