package io.firstcome.axon.serialization;

import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.wallet.WalletId;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes each id as the plain string that the API shows. A new id type adds its line. */
final class IdsModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    IdsModule() {
        super("firstcome-ids");
        id(UserId.class, UserId::new, UserId::value);
        id(CouponId.class, CouponId::new, CouponId::value);
        id(ProductId.class, ProductId::new, ProductId::value);
        id(SkuId.class, SkuId::new, SkuId::value);
        id(StockId.class, StockId::new, StockId::value);
        id(HoldId.class, HoldId::new, HoldId::value);
        id(OrderId.class, OrderId::new, OrderId::value);
        id(PaymentId.class, PaymentId::new, PaymentId::value);
        id(RefundId.class, RefundId::new, RefundId::value);
        id(WalletId.class, WalletId::new, WalletId::value);
        id(ConcertId.class, ConcertId::new, ConcertId::value);
        id(DateId.class, DateId::new, DateId::value);
        id(RoomId.class, RoomId::new, RoomId::value);
        id(RoomDirectoryId.class, RoomDirectoryId::new, RoomDirectoryId::value);
    }

    private <T> void id(Class<T> type, Function<String, T> parse, Function<T, String> value) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T id, JsonGenerator generator, SerializationContext context) {
                generator.writeString(value.apply(id));
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return parse.apply(parser.getString());
            }
        });
    }
}
