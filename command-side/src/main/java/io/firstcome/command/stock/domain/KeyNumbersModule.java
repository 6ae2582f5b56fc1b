package io.firstcome.command.stock.domain;

import io.firstcome.command.compact.KeyToIntTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes numbers of keys into a stock's snapshot: their bytes as base64. */
public final class KeyNumbersModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public KeyNumbersModule() {
        super("stock-key-numbers");
        addSerializer(KeyToIntTable.class, new StdSerializer<>(KeyToIntTable.class) {
            @Override
            public void serialize(KeyToIntTable numbers, JsonGenerator json, SerializationContext context) {
                json.writeBinary(toBytes(numbers));
            }
        });
        addDeserializer(KeyToIntTable.class, new StdDeserializer<>(KeyToIntTable.class) {
            @Override
            public KeyToIntTable deserialize(JsonParser json, DeserializationContext context) {
                return fromBytes(json.getBinaryValue());
            }
        });
    }

    private static byte[] toBytes(KeyToIntTable numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            numbers.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static KeyToIntTable fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return KeyToIntTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are no numbers of keys", e);
        }
    }
}
