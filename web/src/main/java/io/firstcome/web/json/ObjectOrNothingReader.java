package io.firstcome.web.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an object, and skips anything else: {@link ObjectOrNothing}. */
final class ObjectOrNothingReader extends ValueDeserializer<Map<?, ?>> {

    /** For Jackson. */
    ObjectOrNothingReader() {}

    @Override
    @SuppressWarnings("NullAway") // Jackson's contract: null when there is no value
    public @Nullable Map<?, ?> deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return context.readValue(json, Map.class);
        }
        json.skipChildren();
        return null;
    }
}
