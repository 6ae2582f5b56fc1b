package io.firstcome.command.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every state: what it emits, or that it does nothing, or that it is refused. */
class PaymentMatrixTest {

    private static final Paying PAYING = new Paying(300, 700);

    private static final Map<String, List<PaymentEvent>> STATES = Map.of(
            "requested", List.of(PAYING.requested()),
            "unknown", List.of(PAYING.requested(), Paying.unknown()),
            "approved", List.of(PAYING.requested(), PAYING.approved()),
            "approved-late", List.of(PAYING.requested(), Paying.unknown(), PAYING.approved()),
            "declined", List.of(PAYING.requested(), Paying.declined(300)),
            "settled", List.of(PAYING.requested(), PAYING.approved(), Paying.settled()),
            "refunding", List.of(PAYING.requested(), PAYING.approved(), Paying.started("open", 300, 700)),
            "refunded",
                    List.of(
                            PAYING.requested(),
                            PAYING.approved(),
                            Paying.started("r", 300, 700),
                            Paying.cardRefunded("r", 700, 300),
                            PAYING.refunded("r", 1_000, 1_000)));

    private static final Map<String, PaymentCommand> COMMANDS = Map.of(
            "request",
            PAYING.request(),
            "approve",
            new ApprovePayment(Paying.ID, Paying.AT),
            "decline",
            new DeclinePayment(Paying.ID, DeclineReason.PAYMENT_DECLINED, "REJECT_CARD_PAYMENT", 300, Paying.AT),
            "mark",
            new MarkPaymentUnknown(Paying.ID, "TIMEOUT", Paying.AT),
            "refund",
            Paying.refundAll("new"),
            "record",
            Paying.recordCard("open"),
            "fail",
            Paying.fail("open"),
            "settle",
            new SettlePayment(Paying.ID, Paying.AT));

    private static final String NOTHING = "";
    private static final String REFUSED = "NOT_REFUNDABLE";

    /** By state, in the order request, approve, decline, mark, refund, record, fail, settle. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "requested", List.of(NOTHING, "approved", "declined", "unknown", REFUSED, NOTHING, NOTHING, NOTHING),
            "unknown", List.of(NOTHING, "approved", "declined", NOTHING, REFUSED, NOTHING, NOTHING, NOTHING),
            "approved", List.of(NOTHING, NOTHING, NOTHING, NOTHING, "started", NOTHING, NOTHING, "settled"),
            "approved-late", List.of(NOTHING, NOTHING, NOTHING, NOTHING, "started", NOTHING, NOTHING, "settled"),
            "declined", List.of(NOTHING, NOTHING, NOTHING, NOTHING, REFUSED, NOTHING, NOTHING, NOTHING),
            "settled", List.of(NOTHING, NOTHING, NOTHING, NOTHING, "started", NOTHING, NOTHING, NOTHING),
            "refunding", List.of(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, "card", "failed", "settled"),
            "refunded", List.of(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, "settled"));

    private static final List<String> ORDER =
            List.of("request", "approve", "decline", "mark", "refund", "record", "fail", "settle");

    private static final Map<String, List<PaymentEvent>> EVENTS = Map.of(
            "approved", List.of(PAYING.approved()),
            "declined", List.of(Paying.declined(300)),
            "unknown", List.of(Paying.unknown()),
            "started", List.of(Paying.started("new", 300, 700)),
            "card", List.of(Paying.cardRefunded("open", 700, 300)),
            "failed", List.of(Paying.owed("open", 700), Paying.pointsOf("open", 300)),
            "settled", List.of(Paying.settled()));

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        EXPECTED.forEach((state, row) -> {
            for (int i = 0; i < ORDER.size(); i++) {
                cells.add(Arguments.of(state, ORDER.get(i), row.get(i)));
            }
        });
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void givenState_whenCommanded_thenItDoesWhatTheTableSays(String state, String command, String expected) {
        ResultValidator<Payment> result =
                Paying.fixture().given(STATES.get(state)).when(COMMANDS.get(command));
        if (expected.equals(REFUSED)) {
            result.expectNoEvents().expectException(Paying.refusal(PaymentErrorCode.NOT_REFUNDABLE));
        } else if (expected.equals(NOTHING)) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents(Objects.requireNonNull(EVENTS.get(expected)).toArray());
        }
        assertThat(STATES).containsKey(state);
    }

    @Test
    void givenNoPayment_whenCommanded_thenItIsUnknown() {
        List<PaymentCommand> others = COMMANDS.values().stream()
                .filter(command -> !command.equals(PAYING.request()))
                .toList();
        for (PaymentCommand command : others) {
            Paying.fixture()
                    .givenNoPriorActivity()
                    .when(command)
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
            assertThat(command.whenUnknown()).isEqualTo(PaymentErrorCode.PAYMENT_NOT_FOUND);
        }
        assertThat(others).hasSize(7);
    }

    @Test
    void givenMorePointsThanThereWere_whenDeclined_thenItIsAFaultAndNothingIsStored() {
        Paying.fixture()
                .given(PAYING.requested())
                .when(new DeclinePayment(Paying.ID, DeclineReason.PAYMENT_DECLINED, null, 301, Paying.AT))
                .expectNoEvents()
                .expectException(IllegalArgumentException.class);
        assertThat(PAYING.points()).isEqualTo(300);
    }

    @Test
    void givenNoPointsSpentYet_whenDeclined_thenNoneIsGivenBack() {
        Paying.fixture()
                .given(PAYING.requested())
                .when(new DeclinePayment(
                        Paying.ID, DeclineReason.PAYMENT_DECLINED, "REJECT_CARD_PAYMENT", 0, Paying.AT))
                .expectEvents(Paying.declined(0));
        assertThat(Paying.declined(0).points()).isZero();
    }
}
