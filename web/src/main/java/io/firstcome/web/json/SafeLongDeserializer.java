package io.firstcome.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a {@code long} as Jackson does, and refuses one that is no {@link SafeInteger}. */
final class SafeLongDeserializer extends DelegatingDeserializer {

    private SafeLongDeserializer(ValueDeserializer<?> jackson) {
        super(jackson);
    }

    /** For {@code Long.class} or {@code long.class}. */
    @SuppressWarnings("unchecked") // the delegate of that type returns that type
    static ValueDeserializer<Long> of(Class<Long> type) {
        return (ValueDeserializer<Long>)
                (ValueDeserializer<?>) new SafeLongDeserializer(NumberDeserializers.find(type));
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
        return new SafeLongDeserializer(delegate);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Object value = super.deserialize(parser, context);
        if (value instanceof Long number && !SafeInteger.is(number)) {
            throw new InputCoercionException(parser, "beyond 2^53", parser.currentToken(), Long.class);
        }
        return value;
    }
}
