package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.app.TestApplication;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.security.SecuritySettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What must keep an application from starting. */
class StartIT {

    private static final String GOOD_SECRET = "a-secret-of-this-test-with-32-bytes-or-more";

    private static ConfigurableApplicationContext start(String profile, String secret, Class<?>... more) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(TestApplication.class)
                .sources(more)
                .web(WebApplicationType.SERVLET)
                .profiles(profile)
                .logStartupInfo(false);
        return secret.isEmpty()
                ? application.run("--server.port=0", "--management.server.port=0")
                : application.run(
                        "--server.port=0", "--management.server.port=0", "--firstcome.security.jwt-secret=" + secret);
    }

    @ParameterizedTest
    @CsvSource({
        "production, '', Set firstcome.security.jwt-secret or firstcome.security.jwks-uri",
        "production, " + SecuritySettings.STANDALONE_SECRET + ", which everybody knows",
        "production, short, must have at least 32 bytes",
        "standalone, short, must have at least 32 bytes"
    })
    void givenSecretThatIsNone_whenStarted_thenRefusedAndTheSecretIsNotShown(
            String profile, String secret, String reason) {
        assertThatThrownBy(() -> start(profile, secret).close())
                .hasStackTraceContaining(reason)
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain(SecuritySettings.STANDALONE_SECRET));
    }

    @Test
    void givenTokensThatLiveLongerThanAllowed_whenStarted_thenRefused() {
        SpringApplicationBuilder application = new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles("standalone");
        assertThatThrownBy(() -> application
                        .run("--server.port=0", "--firstcome.security.token-lifetime=25h")
                        .close())
                .hasStackTraceContaining("firstcome.security.max-token-lifetime");
    }

    @Test
    void givenSecretOfItsOwn_whenStartedInProduction_thenItRuns() {
        try (ConfigurableApplicationContext context = start("production", GOOD_SECRET)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void givenEndpointThatSaysNothing_whenStarted_thenRefusedWithItsName() {
        assertThatThrownBy(() -> start("standalone", "", Silent.class).close())
                .hasStackTraceContaining("do not say who may call them")
                .hasStackTraceContaining("Silent#silent");
    }

    @Test
    void givenRequestInFlight_whenStopped_thenItIsAnswered() throws Exception {
        ConfigurableApplicationContext context = start("standalone", "", Slow.class);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> answer =
                    threads.submit(() -> new Http(port).get("/api/v1/slow").status());
            assertThat(Slow.ENTERED.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> stopped = threads.submit(context::close);
            Slow.LEAVE.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            stopped.get(20, TimeUnit.SECONDS);
        }
        assertThat(context.isActive()).isFalse();
    }

    /** Answers when it is told to, a little later than that. */
    @RestController
    @ForPublic
    static class Slow {

        static final CountDownLatch ENTERED = new CountDownLatch(1);
        static final CountDownLatch LEAVE = new CountDownLatch(1);

        @GetMapping("/api/v1/slow")
        CompletableFuture<String> slow() throws InterruptedException {
            ENTERED.countDown();
            LEAVE.await();
            return new CompletableFuture<String>().completeOnTimeout("done", 300, TimeUnit.MILLISECONDS);
        }
    }

    /** An endpoint whose author forgot to say who may call it. */
    @RestController
    static class Silent {

        @GetMapping("/api/v1/silent")
        String silent() {
            return "open by omission";
        }
    }
}
