package io.firstcome.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads instants as RFC 3339 writes them, from the year 1000 to 9999: those that a {@code DATETIME} of the database holds.
 *
 * <p>What the calendar does not have is no instant: neither 30 February nor 24:00, nor a second 60, since the clocks here
 * have none. What is finer than a microsecond is cut off, as the database would do, so that an answer, the event and a later
 * read say the same.
 */
public final class Instants {

    private static final int FIRST_YEAR = 1_000;
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Instants() {}

    /**
     * The instant of a text such as {@code 2026-11-20T09:00:00Z} or {@code 2026-11-20T18:00:00+09:00}.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            throw new DateTimeException("Not RFC 3339");
        }
        // Not Instant.parse, which takes 24:00:00 for the next day and 23:59:60 for the second before.
        OffsetDateTime utc = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (utc.getYear() < FIRST_YEAR || utc.getYear() > 9_999) {
            throw new DateTimeException("Not of these years");
        }
        return utc.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads an instant from a JSON string in RFC 3339, in UTC: {@code 2026-11-20T09:00:00Z}. No number, no other offset. */
    static final class UtcReader extends StdScalarDeserializer<Instant> {

        UtcReader() {
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
                return parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, Instant.class, "no such instant");
            }
        }
    }
}
