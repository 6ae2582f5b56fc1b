package io.firstcome.command.payment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.firstcome.axon.groupcommit.CommandMetaData;
import io.firstcome.command.payment.api.RefundPayment;
import io.firstcome.command.refusal.RefusalCounts;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.Outcomes;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
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
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refund of all that is left does nothing when nothing is: a process is content with that, a client is told. */
class RefundDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final List<RefundPayment> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "OPERATOR"})
    void givenNothingLeft_whenAllThatIsLeftIsAskedFor_thenRefused(Role role) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> refund(role, Map.of()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("NOT_REFUNDABLE"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(409))
                .satisfies(problem -> assertThat(problem.headers()).isEmpty());
        assertThat(sent)
                .extracting(RefundPayment::owner)
                .containsExactly(role == Role.OPERATOR ? null : new UserId("anna"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "OPERATOR"})
    void givenNothingLeft_whenAskedAgainUnderTheKey_thenItIsTheFirstAnswer(Role role) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> refund(role, Map.of(CommandMetaData.REPLAYED, true, CommandMetaData.TRACE_ID, "first")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("NOT_REFUNDABLE"))
                .satisfies(problem -> assertThat(problem.traceId()).isEqualTo("first"))
                .satisfies(problem -> assertThat(problem.headers()).containsEntry("Idempotency-Replayed", "true"));
    }

    private void refund(Role role, Map<String, Object> metaData) {
        CommandBus bus = mock(CommandBus.class);
        doAnswer(call -> {
                    CommandMessage<RefundPayment> command = call.getArgument(0);
                    CommandCallback<RefundPayment, Object> callback = call.getArgument(1);
                    sent.add(command.getPayload());
                    callback.onResult(
                            command, new GenericCommandResultMessage<>((Object) null, MetaData.from(metaData)));
                    return null;
                })
                .when(bus)
                .dispatch(any(), any());
        new RefundDesk(
                        new Commands(bus, mock(RefusalCounts.class)),
                        new Outcomes(mock(EventStore.class)),
                        Duration.ofSeconds(1))
                .refund(
                        new PaymentId("p-1"),
                        new CancelPaymentRequest("why", null),
                        NOW,
                        new Caller("anna", Set.of(role), null),
                        null);
    }
}
