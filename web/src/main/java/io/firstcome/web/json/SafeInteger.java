package io.firstcome.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * The integers that every client reads as they are written: JavaScript and others have 53 bits for one, and round what is
 * beyond without a word (I-JSON, RFC 7493, 2.2).
 */
public final class SafeInteger {

    /** The largest, 2^53 - 1. */
    public static final long MAX = 9_007_199_254_740_991L;

    private SafeInteger() {}

    static boolean is(long value) {
        return value >= -MAX && value <= MAX;
    }

    /** Reads a {@code long} as Jackson does, and refuses one that is no {@link SafeInteger}. */
    static final class LongReader extends DelegatingDeserializer {

        private LongReader(ValueDeserializer<?> jackson) {
            super(jackson);
        }

        /** For {@code Long.class} or {@code long.class}. */
        @SuppressWarnings("unchecked") // the delegate of that type returns that type
        static ValueDeserializer<Long> of(Class<Long> type) {
            return (ValueDeserializer<Long>) (ValueDeserializer<?>) new LongReader(NumberDeserializers.find(type));
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new LongReader(delegate);
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
}
