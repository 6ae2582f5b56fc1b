package io.firstcome.command.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.card.InjectedCrashes.Point;
import io.firstcome.embedded.TestServers;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The card worker, on a real database, with a gateway that behaves in every way there is. */
@Execution(ExecutionMode.CONCURRENT)
class CardRequestSchedulerIT {

    private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults()
            .withDelays(Duration.ofSeconds(3), Duration.ofMillis(700))
            .withWindows(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private GatewaySimulator simulator = GatewaySimulator.start(SETTINGS);
    private final InjectedCrashes faults = new InjectedCrashes();
    private final String database = TestServers.database().freshDatabase();
    private final CardNode node = node(Map.of());

    private CardNode node(Map<String, Object> settings) {
        return new CardNode(database, simulator.url(), Clock.systemUTC(), faults, settings);
    }

    @AfterEach
    void close() {
        node.close();
        simulator.close();
    }

    private void charge(CardPaymentScenario story) {
        story.request(node);
        story.confirm(node);
        ended();
    }

    private void ended() {
        await().atMost(Duration.ofSeconds(20)).until(() -> node.open() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "pay-1, PaymentApproved, ''",
        "decline-1, PaymentDeclined, ''",
        "lost-1, PaymentApproved, PaymentOutcomeUnknown",
        "timeout-1, PaymentApproved, PaymentOutcomeUnknown",
        "late-1, PaymentApproved, PaymentOutcomeUnknown",
        "late-decline-1, PaymentDeclined, PaymentOutcomeUnknown",
        "error-1, PaymentDeclined, PaymentOutcomeUnknown"
    })
    void givenAGatewayThatBehavesSo_whenCharged_thenThePaymentEndsAsTheGatewaySays(
            String key, String end, String before) {
        charge(new CardPaymentScenario(key));

        assertThat(node.events(new CardPaymentScenario(key).payment()))
                .isEqualTo(
                        before.isEmpty() ? List.of("PaymentRequested", end) : List.of("PaymentRequested", before, end));
        assertThat(captured()).isEqualTo(end.equals("PaymentApproved") ? CardPaymentScenario.CARD : 0);
    }

    @Test
    void givenADecline_whenTold_thenItHasTheCodeAndThePointsToGiveBack() {
        CardPaymentScenario story = new CardPaymentScenario("decline-INVALID_STOPPED_CARD-1");
        charge(story);

        PaymentDeclined declined =
                (PaymentDeclined) node.messages(story.payment()).getLast().getPayload();
        assertThat(declined.gatewayCode()).isEqualTo("INVALID_STOPPED_CARD");
        assertThat(declined.points()).isEqualTo(CardPaymentScenario.POINTS);
    }

    @Test
    void givenAChargeOfATransactionThatRollsBack_whenItIsOver_thenTheGatewayIsNotAsked() {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        node.transaction().executeWithoutResult(transaction -> {
            node.cards().confirm(story.charge());
            transaction.setRollbackOnly();
        });
        CardPaymentScenario other = new CardPaymentScenario("pay-2");
        charge(other);

        assertThat(node.events(story.payment())).containsExactly("PaymentRequested");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @Test
    void givenAChargeThatIsNotedAgain_whenUnderWayAndWhenOver_thenTheMoneyIsTakenOnce() {
        CardPaymentScenario story = new CardPaymentScenario("late-1");
        story.request(node);
        IntStream.range(0, 4).forEach(click -> story.confirm(node));
        ended();
        story.confirm(node);
        ended();

        assertThat(node.events(story.payment()))
                .containsExactly("PaymentRequested", "PaymentOutcomeUnknown", "PaymentApproved");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @ParameterizedTest
    @EnumSource
    void givenACrashAtAnyPoint_whenTheTaskRunsAgain_thenChargeAndRefundTakeEffectOnce(Point point) {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        faults.crash(point, 2);
        story.confirm(node);
        ended();
        faults.crash(point, 2);
        story.refund(node, "r", 400);
        ended();

        assertThat(node.events(story.payment()))
                .containsExactly("PaymentRequested", "PaymentApproved", "PaymentRefundStarted", "CardRefunded");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD - 400);
    }

    @Test
    void givenAProcessThatDies_whenAnotherStarts_thenItCarriesOnWithWhatWasUnderWay() {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        node.scheduler().stop();
        story.confirm(node);
        node.jdbc()
                .update("UPDATE scheduled_task SET picked = TRUE, picked_by = 'dead', last_heartbeat = '2026-01-01'");

        try (CardNode next = node(Map.of())) {
            await().atMost(Duration.ofSeconds(20)).until(() -> next.open() == 0);
            assertThat(next.events(story.payment())).containsExactly("PaymentRequested", "PaymentApproved");
        }
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @Test
    void givenAGatewayThatIsDown_whenItComesBack_thenThePaymentWasNeverUnknown() {
        int port = simulator.port();
        simulator.close();
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        story.confirm(node);
        await().until(() -> node.metrics()
                        .timer("firstcome.gateway.call", "operation", "confirm", "outcome", "not_sent")
                        .count()
                >= 3);

        simulator = GatewaySimulator.start(SETTINGS.withPort(port));
        ended();

        assertThat(node.events(story.payment())).containsExactly("PaymentRequested", "PaymentApproved");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @Test
    void givenAPaymentThatIsNotThere_whenItIsToBeTold_thenTheTaskStaysAndSaysWhy() {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.confirm(node);

        await().until(() -> data().contains("\"problem\":"));
        assertThat(data()).contains("ApprovePayment: PAYMENT_NOT_FOUND");
        await().until(() -> gauge("confirm", "failing") == 1);

        story.request(node);
        ended();
        assertThat(node.events(story.payment())).containsExactly("PaymentRequested", "PaymentApproved");
    }

    @Test
    void givenTheKeyOfAnotherOrder_whenPaidWith_thenThatOrderIsNotPaid() {
        charge(new CardPaymentScenario("pay-1"));
        CardPaymentScenario thief = new CardPaymentScenario("pay-thief");
        thief.request(node);
        node.cards()
                .confirm(new CardCharge(
                        thief.payment(), thief.order(), "pay-1", CardPaymentScenario.CARD, CardPaymentScenario.POINTS));
        ended();

        assertThat(node.events(thief.payment()))
                .containsExactly("PaymentRequested", "PaymentOutcomeUnknown", "PaymentDeclined");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay-1", "cancel-lost-1", "cancel-timeout-1", "cancel-late-1"})
    void givenAGatewayThatBehavesSo_whenRefundedInParts_thenEachPartIsGivenBackOnce(String key) {
        CardPaymentScenario story = new CardPaymentScenario(key);
        charge(story);
        story.refund(node, "a", 300);
        ended();
        story.refund(node, "b", 200);
        ended();

        assertThat(node.events(story.payment()).stream().filter("CardRefunded"::equals))
                .hasSize(2);
        assertThat(captured()).isEqualTo(500);
    }

    @Test
    void givenARefundThatTheGatewayRefuses_whenAskedFor_thenItHasFailedWithItsCode() {
        CardPaymentScenario story = new CardPaymentScenario("cancel-decline-1");
        charge(story);
        story.refund(node, "a", 300);
        ended();

        PaymentRefundFailed failed =
                (PaymentRefundFailed) node.messages(story.payment()).getLast().getPayload();
        assertThat(failed.gatewayCode()).isEqualTo("REFUND_REJECTED");
        assertThat(captured()).isEqualTo(CardPaymentScenario.CARD);
    }

    @Test
    void givenARefundWhoseOutcomeStaysUnknown_whenAnOperatorGivesItBackUnderItsName_thenItIsFound() {
        CardPaymentScenario story = new CardPaymentScenario("cancel-error-1");
        charge(story);
        story.refund(node, "a", 300);
        await().until(() -> gauge("cancel", "unknown") == 1);
        assertThat(node.events(story.payment())).doesNotContain("CardRefunded", "PaymentRefundFailed");

        new GatewayOperator(simulator.url()).cancel("cancel-error-1", 300, "by hand [a]");
        ended();

        assertThat(node.events(story.payment())).endsWith("PaymentRefundStarted", "CardRefunded");
        assertThat(captured()).isEqualTo(700);
    }

    @Test
    void givenAnEvent_whenItsChargeEnds_thenTheChainOfCausesGoesOn() {
        CardPaymentScenario story = new CardPaymentScenario("pay-1");
        story.request(node);
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("event"));
        unit.registerCorrelationDataProvider(
                message -> Map.of(CommandMetaData.CORRELATION_ID, "first", CommandMetaData.TRACE_ID, "trace"));
        node.cards().confirm(story.charge());
        unit.commit();
        ended();

        assertThat(node.messages(story.payment()).getLast().getMetaData())
                .containsEntry(CommandMetaData.CORRELATION_ID, "first")
                .containsEntry(CommandMetaData.TRACE_ID, "trace");
    }

    @Test
    void givenManyPaymentsAtOnce_whenCharged_thenTheyGoSideBySide() {
        List<CardPaymentScenario> stories = IntStream.range(0, 40)
                .mapToObj(i -> new CardPaymentScenario("timeout-" + i))
                .toList();
        stories.forEach(story -> story.request(node));
        long begin = System.nanoTime();
        stories.forEach(story -> story.confirm(node));
        await().atMost(Duration.ofSeconds(60)).until(() -> node.open() == 0);

        // One after the other they would take 40 times the read time-out of 1.5 s.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
        assertThat(stories)
                .allMatch(story -> node.events(story.payment()).getLast().equals("PaymentApproved"));
        assertThat(captured()).isEqualTo(40 * CardPaymentScenario.CARD);
    }

    private double gauge(String operation, String state) {
        return node.metrics()
                .get("firstcome.gateway.requests")
                .tags("operation", operation, "state", state)
                .gauge()
                .value();
    }

    private long captured() {
        return new GatewayOperator(simulator.url()).captured();
    }

    private String data() {
        return String.valueOf(node.jdbc().queryForObject("SELECT task_data FROM scheduled_task", String.class));
    }
}
