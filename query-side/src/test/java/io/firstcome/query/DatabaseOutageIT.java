package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.embedded.TestServers;
import io.firstcome.web.security.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** MariaDB stops or freezes: questions end in a rejection in time, and all goes on by itself when it is back. */
@DisabledIfSystemProperty(named = "firstcome.test.mysql", matches = ".+", disabledReason = "stops the database")
class DatabaseOutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private QuerySide querySide;
    private Http http;
    private final CouponTestData campaign = new CouponTestData("1");

    @BeforeEach
    void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
        querySide.store(List.of(campaign.created(100)));
        querySide.store(campaign.issued(10));
        querySide.awaitCaughtUp();
    }

    @AfterEach
    void stop() throws Exception {
        TestServers.mariaDb().start();
        signal("CONT");
        querySide.close();
    }

    private static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill", "-" + name, Long.toString(TestServers.mariaDb().pid()))
                .start()
                .waitFor();
    }

    private void assertRefusedInTime(String path) {
        long begin = System.nanoTime();
        Http.Answer answer = http.get(path, "u1", Role.CUSTOMER, Role.AUDITOR);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
    }

    private void assertAllGoesOn() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(http.get("/api/v1/user/u1/coupon", "u1", Role.CUSTOMER)
                                .status())
                        .isEqualTo(200));
        List<DomainEventMessage<?>> more = campaign.issued(5);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            querySide.store(more);
            return true;
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(http.get("/api/v1/coupon/1?minVersion=15", "u1", Role.CUSTOMER)
                                .status())
                        .isEqualTo(200));
        querySide.awaitCaughtUp();
        assertThat(querySide.rows("user_coupon_view")).hasSize(15);
        assertThat(querySide.deadLetters("coupon") + querySide.deadLetters("user-coupon"))
                .isZero();
        assertThat(http.get("/api/v1/processor", "au", Role.AUDITOR).body().get("items"))
                .isNotEmpty()
                .allSatisfy(
                        processor -> assertThat(processor.get("error").isNull()).isTrue());
    }

    @Test
    void givenAStoppedDatabase_whenAsked_thenRefusedInTimeAndAllGoesOnWhenItIsBack() {
        // Several times: a connection may break before, in or after a statement.
        for (String path : List.of(
                "/api/v1/user/u1/coupon", "/api/v1/audit/event", "/api/v1/processor", "/api/v1/processor/coupon")) {
            await().ignoreExceptions()
                    .until(() -> http.get("/api/v1/audit/event/head", "au", Role.AUDITOR)
                                    .status()
                            == 200);
            TestServers.mariaDb().stop();
            assertRefusedInTime(path);
            assertRefusedInTime("/api/v1/user/u1/coupon");
            TestServers.mariaDb().start();
        }

        assertAllGoesOn();
    }

    @Test
    void givenAFrozenDatabase_whenAsked_thenRefusedInTimeAndAllGoesOnWhenItThaws() throws Exception {
        signal("STOP");

        assertRefusedInTime("/api/v1/user/u1/coupon");
        assertRefusedInTime("/api/v1/audit/event/head");
        signal("CONT");

        assertAllGoesOn();
    }
}
