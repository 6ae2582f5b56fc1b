package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a field of a body that may be left out but not be {@code null}.
 *
 * <p>For fields that limit what a request does: a client that could not work the limit out writes {@code null}, and must not get what is
 * done without a limit.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = NotExplicitNull.Reader.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotExplicitNull {

    /** Reads a value as it is read elsewhere, refuses {@code null}, and lets the field be left out: {@link NotExplicitNull}. */
    final class Reader extends ValueDeserializer<Object> {

        private final ValueDeserializer<Object> usual;
        private final BeanProperty property;

        /** For Jackson, which then asks for one of a field. */
        @SuppressWarnings("NullAway") // never reads anything itself
        Reader() {
            this(null, null);
        }

        private Reader(ValueDeserializer<Object> usual, BeanProperty property) {
            this.usual = usual;
            this.property = property;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) {
            return new Reader(context.findContextualValueDeserializer(field.getType(), field), field);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return usual.deserialize(json, context);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return context.reportPropertyInputMismatch(
                    property.getType().getRawClass(), property.getName(), "must not be null; it can be left out");
        }

        /** A record's component that is left out. */
        @Override
        @SuppressWarnings("NullAway") // Jackson's contract: null when there is no value
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
