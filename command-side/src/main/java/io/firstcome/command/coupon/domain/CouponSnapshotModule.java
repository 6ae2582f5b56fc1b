package io.firstcome.command.coupon.domain;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a coupon's compact state into its snapshot: the holders as an array with the bytes of each layer, the redemptions as their
 * bytes, all in base64.
 */
final class CouponSnapshotModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    CouponSnapshotModule() {
        super("coupon-snapshot");
        addSerializer(Holders.class, new StdSerializer<>(Holders.class) {
            @Override
            public void serialize(Holders holders, JsonGenerator json, SerializationContext context) {
                json.writeStartArray();
                holders.layers().forEach(layer -> json.writeBinary(layer.toBytes()));
                json.writeEndArray();
            }
        });
        addDeserializer(Holders.class, new StdDeserializer<>(Holders.class) {
            @Override
            public Holders deserialize(JsonParser json, DeserializationContext context) {
                List<UserSet> layers = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    layers.add(UserSet.fromBytes(json.getBinaryValue()));
                }
                return new Holders(layers);
            }
        });
        addSerializer(Redemptions.class, new StdSerializer<>(Redemptions.class) {
            @Override
            public void serialize(Redemptions redemptions, JsonGenerator json, SerializationContext context) {
                json.writeBinary(redemptions.toBytes());
            }
        });
        addDeserializer(Redemptions.class, new StdDeserializer<>(Redemptions.class) {
            @Override
            public Redemptions deserialize(JsonParser json, DeserializationContext context) {
                return Redemptions.fromBytes(json.getBinaryValue());
            }
        });
    }
}
