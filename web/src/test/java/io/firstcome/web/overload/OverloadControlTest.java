package io.firstcome.web.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverloadControlTest {

    @Test
    void givenABacklogThatThrowsErrors_whenItWorksAgain_thenTheLimitsAreSetByIt() {
        AtomicInteger looks = new AtomicInteger();
        Backlog broken = () -> {
            if (looks.incrementAndGet() <= 3) {
                throw new StackOverflowError("thrown by the test");
            }
            return Duration.ofSeconds(1);
        };
        OverloadSettings settings = new OverloadSettings(true, Duration.ofMillis(50), 4, 4_096, List.of());
        try (OverloadControl control = new OverloadControl(settings, List.of(broken), new SimpleMeterRegistry())) {
            control.start();

            await().until(() -> control.commands().limit().limit() == 4);
        }
        assertThat(looks).hasValueGreaterThan(3);
    }
}
