package io.firstcome.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads an instant from a JSON string in RFC 3339, in UTC: {@code 2026-11-20T09:00:00Z}. No number, no other offset. */
final class UtcInstantDeserializer extends StdScalarDeserializer<Instant> {

    UtcInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        if (!text.endsWith("Z") && !text.endsWith("+00:00")) {
            throw context.weirdStringException(text, Instant.class, "not in UTC");
        }
        try {
            return Instants.parse(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, Instant.class, "no such instant");
        }
    }
}
