package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.app.SlowController;
import io.firstcome.web.app.TestApplication;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The negative control of {@link OverloadIT}: the same overload without a limit. */
@SpringBootTest(
        classes = {TestApplication.class, SlowController.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "firstcome.overload.enabled=false")
@ActiveProfiles("standalone")
class NoOverloadControlIT {

    @LocalServerPort
    private int port;

    @Test
    void givenAnOverload_whenNothingIsShed_thenEveryoneWaitsForEveryone() {
        try (Overload overload = new Overload(port)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> overload.told(200).size() > 500);
            assertThat(overload.told(503)).isEmpty();
            assertThat(overload.medianBefore()).isGreaterThan(100);
            assertThat(overload.median(200)).isGreaterThan(Duration.ofSeconds(1));
        }
    }
}
