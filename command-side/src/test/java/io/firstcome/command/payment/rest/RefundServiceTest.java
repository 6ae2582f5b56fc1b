package io.firstcome.command.payment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.rejection.RejectionCounts;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request to give a payment back: the order decides; parts are for operators. */
class RefundServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final PaymentId PAYMENT = new PaymentId("p-1");
    private static final OrderId ORDER = new OrderId("o-1");

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final EventStore store = mock(EventStore.class);

    private void givenPayment() {
        DomainEventMessage<?> requested = new GenericDomainEventMessage<>(
                PaymentId.TYPE,
                PAYMENT.toString(),
                0,
                new PaymentRequested(PAYMENT, ORDER, new UserId("anna"), 10_000, 0, null, 10_000, 0, null, NOW));
        when(store.readEvents(PAYMENT.toString(), 0)).thenReturn(DomainEventStream.of(requested));
    }

    @Test
    void givenCustomer_whenAPartIsAskedFor_thenForbiddenAndNothingIsSent() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> refund(Role.CUSTOMER, 5_000L, Map.of()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("FORBIDDEN"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(403));
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "OPERATOR"})
    void givenPayment_whenAllIsAskedBack_thenItsOrderDecides(Role role) {
        givenPayment();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> refund(role, null, Map.of()));

        UserId owner = role == Role.OPERATOR ? null : new UserId("anna");
        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        StartRefund.class,
                        command -> assertThat(command)
                                .isEqualTo(
                                        new StartRefund(ORDER, PAYMENT, command.refundId(), null, "why", owner, NOW)));
    }

    @Test
    void givenPayment_whenAnOperatorAsksForAPart_thenItsOrderDecides() {
        givenPayment();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> refund(Role.OPERATOR, 5_000L, Map.of()));

        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        StartRefund.class,
                        command -> assertThat(command.amount()).isEqualTo(5_000L));
    }

    /** So that the rejection is kept under the client's key; nothing can begin by it. */
    @Test
    void givenNoSuchPayment_whenAskedFor_thenThePaymentRefuses() {
        when(store.readEvents(PAYMENT.toString(), 0)).thenReturn(DomainEventStream.empty());
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> refund(Role.CUSTOMER, null, Map.of()));

        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        RefundPayment.class,
                        command -> assertThat(command.amount()).isZero());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "OPERATOR"})
    void givenKnownRefund_whenAskedAgainUnderTheKey_thenItIsTheFirstAnswer(Role role) {
        givenPayment();
        Map<String, Object> replayed = Map.of(CommandMetaData.REPLAYED, true, CommandMetaData.TRACE_ID, "first");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> refund(role, null, replayed))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("NOT_REFUNDABLE"))
                .satisfies(problem -> assertThat(problem.traceId()).isEqualTo("first"))
                .satisfies(problem -> assertThat(problem.headers()).containsEntry("Idempotency-Replayed", "true"));
    }

    /** The order answers with nothing. */
    private void refund(Role role, @Nullable Long amount, Map<String, Object> metaData) {
        CommandBus bus = mock(CommandBus.class);
        doAnswer(call -> {
                    CommandMessage<AggregateCommand> command = call.getArgument(0);
                    CommandCallback<AggregateCommand, Object> callback = call.getArgument(1);
                    sent.add(command.getPayload());
                    callback.onResult(
                            command, new GenericCommandResultMessage<>((Object) null, MetaData.from(metaData)));
                    return null;
                })
                .when(bus)
                .dispatch(any(), any());
        new RefundService(
                        new Commands(bus, mock(RejectionCounts.class)),
                        new OutcomeListener(store, mock(EventTail.class), 1, new SimpleMeterRegistry()),
                        Duration.ofSeconds(1))
                .refund(
                        PAYMENT,
                        new CancelPaymentRequest("why", amount),
                        NOW,
                        new Caller("anna", Set.of(role), null),
                        null);
    }
}
