package io.firstcome.command.coupon.domain;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a coupon's compact state into its snapshot: the pieces and the redemptions as their bytes, in base64. */
public final class CouponSnapshotModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public CouponSnapshotModule() {
        super("coupon-snapshot");
        addBytes(IssuedCoupons.class, IssuedCouponsBytes::of, IssuedCouponsBytes::read);
        addBytes(Redemptions.class, Redemptions::toBytes, Redemptions::fromBytes);
    }

    private <T> void addBytes(Class<T> type, Function<T, byte[]> write, Function<byte[], T> read) {
        addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeBinary(write.apply(value));
            }
        });
        addDeserializer(type, new StdDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getBinaryValue());
            }
        });
    }
}
