package io.firstcome.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads an instant from a JSON string in RFC 3339, in UTC: {@code 2026-11-20T09:00:00Z}. No number, no other offset.
 *
 * <p>What is finer than a microsecond is cut off here, as the database would do, so that an answer, the event and a later
 * read say the same.
 */
final class UtcInstantDeserializer extends StdScalarDeserializer<Instant> {

    private static final Pattern RFC_3339_UTC =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|\\+00:00)");

    UtcInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            if (RFC_3339_UTC.matcher(text).matches()) {
                return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, Instant.class, "no such instant");
        }
        throw context.weirdStringException(text, Instant.class, "not RFC 3339 in UTC");
    }
}
