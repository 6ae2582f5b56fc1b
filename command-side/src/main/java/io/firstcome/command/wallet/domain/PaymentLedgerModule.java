package io.firstcome.command.wallet.domain;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the spendings into a wallet's snapshot: their bytes as base64. */
public final class PaymentLedgerModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public PaymentLedgerModule() {
        super("wallet-spendings");
        addSerializer(PaymentLedger.class, new StdSerializer<>(PaymentLedger.class) {
            @Override
            public void serialize(PaymentLedger spendings, JsonGenerator json, SerializationContext context) {
                json.writeBinary(spendings.toBytes());
            }
        });
        addDeserializer(PaymentLedger.class, new StdDeserializer<>(PaymentLedger.class) {
            @Override
            public PaymentLedger deserialize(JsonParser json, DeserializationContext context) {
                return PaymentLedger.fromBytes(json.getBinaryValue());
            }
        });
    }
}
