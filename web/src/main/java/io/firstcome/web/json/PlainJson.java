package io.firstcome.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads bodies of one type that are beyond doubt, by the same rules as those of all controllers.
 *
 * <p>It does not say what is wrong with the others: they are to be read again where that is known.
 *
 * @param <T> the type of the body
 */
public final class PlainJson<T> {

    private final ObjectReader reader;

    private PlainJson(ObjectReader reader) {
        this.reader = reader;
    }

    public static <T> PlainJson<T> of(Class<T> type) {
        return new PlainJson<>(ApiJson.readerFor(type));
    }

    /** The body; null when it is not in ASCII or not readable. Whether its values are valid is not looked at. */
    public @Nullable T read(byte[] body) {
        if (!StrictJsonConverter.isAscii(body)) {
            return null;
        }
        try {
            return reader.readValue(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
