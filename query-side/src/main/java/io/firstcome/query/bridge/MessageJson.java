package io.firstcome.query.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.NotPublished;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.NameTransformer;

/**
 * The JSON of a message: that of the stored event, without what is {@link NotPublished}, and flat where the stored one nests.
 *
 * <p>The mix-ins below are the exceptions, one for each type whose message has other names. An event whose message parts
 * further from it gets a mix-in with {@code @JsonSerialize(converter = …)}, which writes a record of its own.
 */
final class MessageJson {

    static final JsonMapper MAPPER = Serializers.eventJson()
            .annotationIntrospector(new MessageRule())
            .addMixIn(StockEvent.class, StockNames.class)
            .addMixIn(CouponPiece.class, CouponPieceNames.class)
            .addMixIn(Discount.class, DiscountNames.class)
            .build();

    private MessageJson() {}

    /** The {@code data} of the event's message, in UTF-8. */
    static byte[] of(Object event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** A stock is known to outsiders by its product, whose value it has. */
    private interface StockNames {
        @JsonProperty("productId")
        StockId stockId();
    }

    private interface CouponPieceNames {
        @JsonProperty("couponSerial")
        int serial();
    }

    private interface DiscountNames {
        @JsonProperty("discountType")
        Discount.Type type();

        @JsonProperty("discountValue")
        long value();

        @JsonProperty("discountMaxAmount")
        @Nullable
        Long maxAmount();
    }

    private static final class MessageRule extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        /** Types whose parts stand beside the other components of the event, in their place. */
        private static final Set<Class<?>> FLAT = Set.of(CouponPiece.class, Discount.class);

        @Override
        public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.hasAnnotation(NotPublished.class) || super.hasIgnoreMarker(config, member);
        }

        @Override
        public @Nullable NameTransformer findUnwrappingNameTransformer(MapperConfig<?> config, AnnotatedMember member) {
            return FLAT.contains(member.getRawType())
                    ? NameTransformer.NOP
                    : super.findUnwrappingNameTransformer(config, member);
        }
    }
}
