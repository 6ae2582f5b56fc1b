package io.firstcome.web.json;

import io.firstcome.events.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
        if (!Ids.isValid(id)) {
            // The type is how JsonProblems knows which words to use.
            throw context.weirdStringException(id, Ids.class, "not an identifier");
        }
        return id;
    }
}
