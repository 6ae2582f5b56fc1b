package io.firstcome.commandnode.routing;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes texts, bytes and metadata with their lengths and types. */
final class WireOutput {

    private final DataOutputStream out;

    WireOutput(DataOutputStream out) {
        this.out = out;
    }

    void writeByte(byte value) throws IOException {
        out.writeByte(value);
    }

    void writeInt(int value) throws IOException {
        out.writeInt(value);
    }

    void writeLong(long value) throws IOException {
        out.writeLong(value);
    }

    void writeText(String text) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @param metaData texts, whole numbers and truth values: everything else would not come back as what it was */
    void writeMetaData(Map<String, ?> metaData) throws IOException {
        out.writeInt(metaData.size());
        for (Map.Entry<String, ?> entry : metaData.entrySet()) {
            writeText(entry.getKey());
            switch (entry.getValue()) {
                case String text -> {
                    out.writeByte(WireInput.TEXT);
                    writeText(text);
                }
                case Long number -> {
                    out.writeByte(WireInput.LONG);
                    out.writeLong(number);
                }
                case Integer number -> {
                    out.writeByte(WireInput.INT);
                    out.writeInt(number);
                }
                case Boolean truth -> {
                    out.writeByte(WireInput.BOOLEAN);
                    out.writeBoolean(truth);
                }
                case null, default ->
                    throw new IllegalArgumentException("Metadata of this type don't travel: " + entry.getKey());
            }
        }
    }
}
