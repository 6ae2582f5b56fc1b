package io.firstcome.command.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.embedded.TestServers;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Webhooks, true, repeated, forged and in floods: at most one question to the gateway. The clock is an hour behind while the
 * outcome becomes unknown, and the pause two hours, so that nothing but a notice makes the worker ask.
 */
class ScheduledGatewayWebhooksIT {

    private final GatewaySimulator simulator = GatewaySimulator.start(
            SimulatorSettings.defaults().withDelays(Duration.ofSeconds(3), Duration.ofMillis(200)));
    private final OffsetClock clock = new OffsetClock();
    private final CardNode node = new CardNode(
            TestServers.database().freshDatabase(),
            simulator.url(),
            clock,
            new InjectedCrashes(),
            Map.of(
                    "firstcome.gateway.ask-first", "2h",
                    "firstcome.gateway.ask-longest", "2h",
                    "firstcome.gateway.notice-gap", "30m"));

    @AfterEach
    void close() {
        node.close();
        simulator.close();
    }

    private void becomeUnknown(CardPaymentScenario story) {
        clock.set(Duration.ofHours(-1));
        story.request(node);
        story.confirm(node);
        await().until(() -> node.events(story.payment()).contains("PaymentOutcomeUnknown")
                && count("SELECT COUNT(*) FROM scheduled_task WHERE picked = FALSE AND task_name = 'card-confirm'"
                                + " AND task_data LIKE '%unknown%'")
                        == 1);
        clock.set(Duration.ZERO);
    }

    private int count(String sql) {
        Integer count = node.jdbc().queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private long questions() {
        return node.metrics().find("firstcome.gateway.call").tag("operation", "find").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private double noted(String effect) {
        return node.metrics()
                .counter("firstcome.gateway.notices", "effect", effect)
                .count();
    }

    @Test
    void givenAnUnknownOutcome_whenTheNoticeComes_thenTheGatewayIsAskedAtOnceAndBelieved() {
        CardPaymentScenario story = new CardPaymentScenario("lost-1");
        becomeUnknown(story);
        assertThat(questions()).isZero();

        node.notices().statusChanged("t-1", "lost-1");

        await().until(() -> node.events(story.payment()).getLast().equals("PaymentApproved"));
        assertThat(questions()).isOne();
    }

    @Test
    void givenAFloodOfForgedNotices_whenTheOutcomeIsOpen_thenOneQuestionIsAskedAndNothingBelieved() {
        CardPaymentScenario story = new CardPaymentScenario("error-1");
        becomeUnknown(story);

        for (int i = 0; i < 100; i++) {
            node.notices().statusChanged("forged-" + i, "error-1");
        }
        await().until(() -> questions() == 1);
        await().until(() -> count("SELECT COUNT(*) FROM scheduled_task WHERE picked = FALSE"
                        + " AND task_name = 'card-confirm' AND execution_time > UTC_TIMESTAMP()")
                == 1);
        for (int i = 0; i < 100; i++) {
            node.notices().statusChanged("more-" + i, "error-1");
        }

        assertThat(count("SELECT COUNT(*) FROM scheduled_task WHERE task_name LIKE 'card-%'"))
                .as("a forged notice costs no row")
                .isOne();
        assertThat(count("SELECT COUNT(*) FROM gateway_notice")).isZero();
        assertThat(noted("asked")).as("one in each gap").isEqualTo(2);
        // The next question is 30 minutes away.
        assertThat(count("SELECT COUNT(*) FROM scheduled_task WHERE task_name = 'card-confirm'"
                        + " AND execution_time > UTC_TIMESTAMP() + INTERVAL 25 MINUTE"))
                .isOne();
        assertThat(questions()).isOne();
        assertThat(node.events(story.payment())).containsExactly("PaymentRequested", "PaymentOutcomeUnknown");
    }

    @Test
    void givenTheSameNoticeAgain_whenItComesAHundredTimes_thenItIsTakenOnce() {
        CardPaymentScenario story = new CardPaymentScenario("error-1");
        becomeUnknown(story);

        for (int i = 0; i < 100; i++) {
            node.notices().statusChanged("same", "error-1");
        }

        await().until(() -> questions() == 1);
        assertThat(noted("asked")).isOne();
        assertThat(noted("repeated")).isEqualTo(99);
        assertThat(count("SELECT COUNT(*) FROM gateway_notice")).isZero();
    }

    @Test
    void givenNobodyWaits_whenNoticesComeInAFlood_thenNothingIsAskedAndNothingKept() {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        story.confirm(node);
        await().until(() -> node.open() == 0);

        for (int i = 0; i < 100; i++) {
            node.notices().statusChanged("t-" + i, "pay-1");
            node.notices().statusChanged("x-" + i, "never-heard-of-" + i);
            node.notices().depositChanged();
        }

        assertThat(questions()).isZero();
        assertThat(count("SELECT COUNT(*) FROM gateway_notice")).isZero();
        assertThat(noted("nobody_waits")).isEqualTo(200);
        assertThat(noted("deposit")).isEqualTo(100);
        assertThat(node.events(story.payment())).containsExactly("PaymentRequested", "PaymentApproved");
    }
}
