package io.firstcome.commandnode.routing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The content of one message between members. */
sealed interface Packet {

    byte HELLO = 1;
    byte FRAMES = 2;

    /**
     * What a member tells to all when the group changes.
     *
     * @param commands the names of those that it handles
     * @param leaving whether it wants no more of them, because it is about to leave
     */
    record Hello(Set<String> commands, boolean leaving) implements Packet {}

    /**
     * Commands and answers.
     *
     * @param longestWait how long the longest waiting command waits in the sender's lanes
     */
    record Frames(Duration longestWait, List<byte[]> frames) implements Packet {}

    /** As bytes. */
    static byte[] write(Packet packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try {
            WireOutput out = new WireOutput(new DataOutputStream(bytes));
            switch (packet) {
                case Hello hello -> {
                    out.writeByte(HELLO);
                    out.writeByte((byte) (hello.leaving() ? 1 : 0));
                    for (String command : hello.commands()) {
                        out.writeText(command);
                    }
                }
                case Frames frames -> {
                    out.writeByte(FRAMES);
                    out.writeInt((int)
                            Math.min(Integer.MAX_VALUE, frames.longestWait().toMillis()));
                    for (byte[] frame : frames.frames()) {
                        out.writeBytes(frame);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** From bytes. */
    static Packet read(byte[] bytes) {
        WireInput in = new WireInput(new DataInputStream(new ByteArrayInputStream(bytes)));
        try {
            byte kind = in.readByte();
            return switch (kind) {
                case HELLO -> readHello(in);
                case FRAMES -> readFrames(in);
                default -> throw new IOException("There is no packet of kind " + kind);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hello readHello(WireInput in) throws IOException {
        boolean leaving = in.readByte() == 1;
        Set<String> commands = new HashSet<>();
        while (in.hasMore()) {
            commands.add(in.readText());
        }
        return new Hello(commands, leaving);
    }

    private static Frames readFrames(WireInput in) throws IOException {
        Duration longestWait = Duration.ofMillis(in.readInt());
        List<byte[]> frames = new ArrayList<>();
        while (in.hasMore()) {
            frames.add(in.readBytes());
        }
        return new Frames(longestWait, frames);
    }
}
