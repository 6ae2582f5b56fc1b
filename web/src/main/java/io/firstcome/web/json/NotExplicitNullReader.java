package io.firstcome.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a value as it is read elsewhere, refuses {@code null}, and lets the field be left out: {@link NotExplicitNull}. */
final class NotExplicitNullReader extends ValueDeserializer<Object> {

    private final ValueDeserializer<Object> usual;
    private final BeanProperty property;

    /** For Jackson, which then asks for one of a field. */
    @SuppressWarnings("NullAway") // never reads anything itself
    NotExplicitNullReader() {
        this(null, null);
    }

    private NotExplicitNullReader(ValueDeserializer<Object> usual, BeanProperty property) {
        this.usual = usual;
        this.property = property;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) {
        return new NotExplicitNullReader(context.findContextualValueDeserializer(field.getType(), field), field);
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
