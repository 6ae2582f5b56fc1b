package io.firstcome.commandnode.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.Rejection;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

    private static final int EXAMPLES = 20;
    private static final Map<String, Object> META_DATA = Map.of(
            CommandMetaData.USER_ID,
            "user-1",
            CommandMetaData.TRACE_ID,
            "0af7651916cd43dd8448eb211c80319c",
            CommandMetaData.IDEMPOTENCY_KEY,
            "key ☕ with space ",
            CommandMetaData.IDEMPOTENCY_FINGERPRINT,
            "00ff",
            CommandMetaData.CORRELATION_ID,
            "first",
            "long",
            5L,
            "int",
            5,
            "boolean",
            true);

    private final WireFormat wire = new WireFormat(Serializers.general());

    static List<Class<?>> commandTypes() {
        return RandomCommands.types();
    }

    @Test
    void givenClassPath_whenCommandsAreLookedFor_thenAllContextsAreThere() {
        assertThat(commandTypes()).hasSizeGreaterThan(50).allMatch(type -> type.isRecord());
    }

    @ParameterizedTest
    @MethodSource("commandTypes")
    void givenCommandsOfEachType_whenSent_thenAllOfThemArrivesAsItWas(Class<?> type) {
        wire.know(type.getName());
        RandomCommands random = new RandomCommands(42);
        for (int i = 0; i < EXAMPLES; i++) {
            CommandMessage<Object> sent = new GenericCommandMessage<>(
                    new GenericMessage<Object>("id-" + i, random.next(type), META_DATA), type.getName());

            Frame received = wire.read(wire.write(new Frame.Command(i, -5, sent)));

            assertThat(received).isInstanceOfSatisfying(Frame.Command.class, frame -> {
                assertThat(frame.sentAt()).isEqualTo(-5);
                assertThat(frame.command().getIdentifier()).isEqualTo(sent.getIdentifier());
                assertThat(frame.command().getCommandName()).isEqualTo(sent.getCommandName());
                assertThat(frame.command().getPayload()).isEqualTo(sent.getPayload());
                assertThat(frame.command().getMetaData()).isEqualTo(sent.getMetaData());
            });
        }
    }

    @Test
    void givenCommandThatNoHandlerIsFor_whenReceived_thenItIsNotMadeFromBytes() {
        Class<?> type = commandTypes().getFirst();
        WireFormat sender = new WireFormat(Serializers.general());
        sender.know(type.getName());
        byte[] bytes = sender.write(
                new Frame.Command(7, 0, new GenericCommandMessage<Object>(new RandomCommands(1).next(type))));

        assertThat(wire.read(bytes))
                .isEqualTo(new Frame.Unreadable(7, true, "This node does not handle " + type.getName()));
    }

    @Test
    void givenResult_whenSent_thenItArrivesWithItsMetadata() {
        CouponIssued event = new CouponIssued(
                new CouponId("1"),
                new UserId("u"),
                3,
                Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2026-12-31T00:00:00Z"));
        for (Object payload : new Object[] {event, 17L, "text", true}) {
            CommandResultMessage<?> result = received(new GenericCommandResultMessage<>(
                    payload, Map.of(CommandMetaData.VERSION, 12L, CommandMetaData.REPLAYED, true)));

            assertThat((Object) result.getPayload()).isEqualTo(payload);
            assertThat(result.getMetaData())
                    .containsEntry(CommandMetaData.VERSION, 12L)
                    .containsEntry(CommandMetaData.REPLAYED, true);
        }
    }

    @Test
    void givenNoResult_whenSent_thenNoneArrives() {
        CommandResultMessage<?> result = received(new GenericCommandResultMessage<>((Object) null));

        assertThat(result.isExceptional()).isFalse();
        assertThat((Object) result.getPayload()).isNull();
    }

    @Test
    void givenRejection_whenSent_thenItArrivesAsTheSameAnswer() {
        RejectedException rejected = new RejectedException(CouponErrorCode.COUPON_SOLD_OUT);

        CommandResultMessage<?> result =
                received(new GenericCommandResultMessage<>(rejected, Map.of(CommandMetaData.TRACE_ID, "t")));

        assertThat(Rejection.in(result.exceptionResult())).isEqualTo(Rejection.of(CouponErrorCode.COUPON_SOLD_OUT));
        assertThat(result.exceptionResult()).hasMessage(rejected.getMessage());
        assertThat(result.getMetaData()).containsEntry(CommandMetaData.TRACE_ID, "t");
    }

    @ParameterizedTest
    @EnumSource
    void givenCommandThatWasNotAccepted_whenSent_thenItsReasonArrives(CommandNotAcceptedException.Reason reason) {
        CommandResultMessage<?> result =
                received(new GenericCommandResultMessage<>(new CommandNotAcceptedException(reason)));

        assertThat(result.exceptionResult())
                .isInstanceOfSatisfying(
                        CommandNotAcceptedException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void givenFault_whenSent_thenItArrivesAsAFaultAndNotAsAnAnswer() {
        CommandResultMessage<?> result =
                received(new GenericCommandResultMessage<>(new IllegalStateException("broken")));

        assertThat(result.exceptionResult()).hasMessageContaining("IllegalStateException: broken");
        assertThat(Rejection.in(result.exceptionResult())).isNull();
    }

    @Test
    void givenResultOfAForeignType_whenReceived_thenItIsNotMadeFromBytes() {
        Frame.Answer answer =
                new Frame.Answer(1, new GenericCommandResultMessage<Object>(URI.create("https://example")));
        assertThatThrownBy(() -> wire.write(answer)).hasMessageContaining("java.net.URI");

        byte[] bytes = wire.write(new Frame.Answer(1, new GenericCommandResultMessage<Object>("text")));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] changed = text.replace("java.lang.String", "java.lang.Thread").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(wire.read(changed)).isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void givenMetadataThatWouldChange_whenSent_thenRefused() {
        CommandMessage<Object> command = new GenericCommandMessage<>(
                new RandomCommands(1).next(commandTypes().getFirst()), Map.of("when", Instant.EPOCH));

        assertThatThrownBy(() -> wire.write(new Frame.Command(1, 0, command))).hasMessageContaining("when");
    }

    @Test
    void givenBytesThatEndEarly_whenReceived_thenUnreadable() {
        byte[] bytes = wire.write(new Frame.Answer(1, new GenericCommandResultMessage<Object>("text")));
        for (int length = 9; length < bytes.length; length++) {
            assertThat(wire.read(Arrays.copyOf(bytes, length))).isInstanceOf(Frame.Unreadable.class);
        }
    }

    @Test
    void givenHello_whenSent_thenItArrives() {
        Packet.Hello hello = new Packet.Hello(Set.of("a", "b"), true);

        assertThat(Packet.read(Packet.write(hello))).isEqualTo(hello);
    }

    private CommandResultMessage<?> received(CommandResultMessage<?> sent) {
        Frame frame = wire.read(wire.write(new Frame.Answer(3, sent)));
        assertThat(Objects.requireNonNull(frame).id()).isEqualTo(3);
        return ((Frame.Answer) frame).result();
    }
}
