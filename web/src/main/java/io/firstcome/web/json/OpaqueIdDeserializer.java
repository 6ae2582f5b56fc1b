package io.firstcome.web.json;

import io.firstcome.events.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an identifier from a JSON string or an integer number. */
final class OpaqueIdDeserializer extends StdDeserializer<String> {

    OpaqueIdDeserializer() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String id = parser.getString();
        if (token == JsonToken.VALUE_NUMBER_INT && !isSafe(parser)) {
            throw new InputCoercionException(parser, "beyond 2^53", token, String.class);
        }
        if (!Ids.isAddressable(id)) {
            // The type is how JsonProblems knows which words to use.
            throw context.weirdStringException(id, Ids.class, "not an identifier");
        }
        return id;
    }

    private static boolean isSafe(JsonParser parser) {
        return parser.getNumberType() != NumberType.BIG_INTEGER && SafeInteger.is(parser.getLongValue());
    }
}
