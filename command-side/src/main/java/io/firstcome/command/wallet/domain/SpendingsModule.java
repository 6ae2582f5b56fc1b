package io.firstcome.command.wallet.domain;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the spendings into a wallet's snapshot: their bytes as base64. */
final class SpendingsModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SpendingsModule() {
        super("wallet-spendings");
        addSerializer(Spendings.class, new StdSerializer<>(Spendings.class) {
            @Override
            public void serialize(Spendings spendings, JsonGenerator json, SerializationContext context) {
                json.writeBinary(spendings.toBytes());
            }
        });
        addDeserializer(Spendings.class, new StdDeserializer<>(Spendings.class) {
            @Override
            public Spendings deserialize(JsonParser json, DeserializationContext context) {
                return Spendings.fromBytes(json.getBinaryValue());
            }
        });
    }
}
