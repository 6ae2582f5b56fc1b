package io.firstcome.commandnode.routing;

import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Commands and answers as bytes: payloads as JSON, everything else field by field, so that metadata keep their types.
 *
 * <p>Only a type of command that this node handles itself is made from bytes, and only a result of ours or a plain value. Nothing is
 * read by Java's own serialization.
 */
final class WireFormat {

    private static final byte COMMAND = 1;
    private static final byte RESULT = 2;
    private static final byte REJECTED = 3;
    private static final byte NOT_ACCEPTED = 4;
    private static final byte FAILED = 5;
    private static final byte DECLINED = 6;

    private static final String OWN_TYPES = "io.firstcome.";
    private static final Set<String> PLAIN_TYPES =
            Set.of("java.lang.String", "java.lang.Long", "java.lang.Integer", "java.lang.Boolean");

    private final Serializer serializer;
    private final Map<String, Class<?>> commands = new ConcurrentHashMap<>();

    WireFormat(Serializer serializer) {
        this.serializer = serializer;
    }

    /** Commands of that name may be read from now on. The name is that of a class, as Axon names them. */
    void know(String commandName) {
        try {
            commands.put(commandName, Class.forName(commandName));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("A command is named after its class: " + commandName, e);
        }
    }

    /** The names of the commands that may be read. */
    Set<String> known() {
        return Set.copyOf(commands.keySet());
    }

    byte[] write(Frame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            WireOutput out = new WireOutput(new DataOutputStream(bytes));
            switch (frame) {
                case Frame.Command command -> writeCommand(out, command);
                case Frame.Answer answer -> writeAnswer(out, answer);
                case Frame.Declined declined -> {
                    out.writeByte(DECLINED);
                    out.writeLong(declined.id());
                }
                case Frame.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeCommand(WireOutput out, Frame.Command frame) throws IOException {
        CommandMessage<?> command = frame.command();
        out.writeByte(COMMAND);
        out.writeLong(frame.id());
        out.writeLong(frame.sentAt());
        out.writeText(command.getIdentifier());
        out.writeText(command.getCommandName());
        out.writeMetaData(command.getMetaData());
        out.writeBytes(serializer.serialize(command.getPayload(), byte[].class).getData());
    }

    private void writeAnswer(WireOutput out, Frame.Answer frame) throws IOException {
        CommandResultMessage<?> result = frame.result();
        Throwable failure = result.isExceptional() ? result.exceptionResult() : null;
        Rejection rejection = Rejection.in(failure);
        out.writeByte(kindOf(failure, rejection));
        out.writeLong(frame.id());
        out.writeMetaData(result.getMetaData());
        if (rejection != null) {
            out.writeText(rejection.code());
            out.writeText(rejection.kind().name());
            out.writeText(rejection.title());
        } else if (failure instanceof CommandNotAcceptedException notAccepted) {
            out.writeText(notAccepted.reason().name());
        } else if (failure != null) {
            out.writeText(failure.toString());
        } else {
            writePayload(out, result.getPayload());
        }
    }

    private static byte kindOf(@Nullable Throwable failure, @Nullable Rejection rejection) {
        if (failure == null) {
            return RESULT;
        }
        if (rejection != null) {
            return REJECTED;
        }
        return failure instanceof CommandNotAcceptedException ? NOT_ACCEPTED : FAILED;
    }

    private void writePayload(WireOutput out, @Nullable Object payload) throws IOException {
        if (payload == null) {
            out.writeText("");
        } else {
            SerializedObject<byte[]> json = serializer.serialize(payload, byte[].class);
            out.writeText(checkedResult(payload.getClass().getName()));
            out.writeBytes(json.getData());
        }
    }

    /** What could not be read is {@link Frame.Unreadable}, if at least its sender can be told. */
    Frame read(byte[] bytes) {
        WireInput in = new WireInput(new DataInputStream(new ByteArrayInputStream(bytes)));
        try {
            byte kind = in.readByte();
            long id = in.readLong();
            try {
                return switch (kind) {
                    case COMMAND -> readCommand(in, id);
                    case DECLINED -> new Frame.Declined(id);
                    default -> new Frame.Answer(id, readAnswer(in, kind));
                };
            } catch (IOException | RuntimeException e) {
                return new Frame.Unreadable(id, kind == COMMAND, e.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame readCommand(WireInput in, long id) throws IOException {
        long sentAt = in.readLong();
        String messageId = in.readText();
        String name = in.readText();
        MetaData metaData = in.readMetaData();
        Class<?> type = commands.get(name);
        if (type == null) {
            return new Frame.Unreadable(id, true, "This node does not handle " + name);
        }
        Object payload = read(in.readBytes(), type.getName());
        return new Frame.Command(
                id, sentAt, new GenericCommandMessage<>(new GenericMessage<>(messageId, payload, metaData), name));
    }

    private CommandResultMessage<?> readAnswer(WireInput in, byte kind) throws IOException {
        MetaData metaData = in.readMetaData();
        return switch (kind) {
            case RESULT -> new GenericCommandResultMessage<>(readPayload(in), metaData);
            case REJECTED -> {
                Rejection rejection =
                        new Rejection(in.readText(), RejectionCode.Kind.valueOf(in.readText()), in.readText());
                yield new GenericCommandResultMessage<>(
                        new CommandExecutionException(rejection.title(), null, rejection, false), metaData);
            }
            case NOT_ACCEPTED ->
                new GenericCommandResultMessage<>(
                        new CommandNotAcceptedException(CommandNotAcceptedException.Reason.valueOf(in.readText())),
                        metaData);
            case FAILED ->
                new GenericCommandResultMessage<>(
                        new CommandExecutionException("At another node: " + in.readText(), null), metaData);
            default -> throw new IOException("There is no answer of kind " + kind);
        };
    }

    private @Nullable Object readPayload(WireInput in) throws IOException {
        String type = in.readText();
        return type.isEmpty() ? null : read(in.readBytes(), checkedResult(type));
    }

    private Object read(byte[] json, String type) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, type, null));
    }

    private static String checkedResult(String type) {
        if (!type.startsWith(OWN_TYPES) && !PLAIN_TYPES.contains(type)) {
            throw new IllegalArgumentException("No result of a command is a " + type);
        }
        return type;
    }
}
