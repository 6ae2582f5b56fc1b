package io.firstcome.commandnode.routing;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/** Reads what {@link WireOutput} has written. */
final class WireInput {

    static final byte TEXT = 1;
    static final byte LONG = 2;
    static final byte INT = 3;
    static final byte BOOLEAN = 4;

    private final DataInputStream in;

    /** @param in over bytes in memory, so that it knows how many are left */
    WireInput(DataInputStream in) {
        this.in = in;
    }

    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    byte readByte() throws IOException {
        return in.readByte();
    }

    int readInt() throws IOException {
        return in.readInt();
    }

    long readLong() throws IOException {
        return in.readLong();
    }

    String readText() throws IOException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    byte[] readBytes() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("There are no " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    MetaData readMetaData() throws IOException {
        Map<String, Object> metaData = new HashMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String key = readText();
            metaData.put(key, readValue(in.readByte()));
        }
        return MetaData.from(metaData);
    }

    private Object readValue(byte type) throws IOException {
        return switch (type) {
            case TEXT -> readText();
            case LONG -> in.readLong();
            case INT -> in.readInt();
            case BOOLEAN -> in.readBoolean();
            default -> throw new IOException("There are no metadata of type " + type);
        };
    }
}
