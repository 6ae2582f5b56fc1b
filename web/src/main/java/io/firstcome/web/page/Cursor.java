package io.firstcome.web.page;

import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where the next piece of a list begins: the sort key of the last item, opaque to the client.
 *
 * <p>A controller takes it as a nullable parameter, null for the first piece. It is base64url without padding. What a client
 * sends that {@link #encode} has not made is {@code INVALID_REQUEST}; a cursor is not signed, so its parts are input like
 * any other.
 *
 * @param parts at least one, each without the control character U+001F
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";
    /** Room for a name of 200 emoji and an id. */
    public static final int MAX_LENGTH = 2_048;

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** A cursor of these parts. */
    public static Cursor of(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return new Cursor(texts);
    }

    /** Reads what {@link #encode} wrote. */
    public static Cursor decode(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /** The text for {@code nextCursor}. */
    public String encode() {
        byte[] joined = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /** The part at {@code index}; {@code INVALID_REQUEST} when there is none. */
    public String text(int index) {
        if (index >= parts.size()) {
            throw invalid();
        }
        return parts.get(index);
    }

    /** The part at {@code index}, when it is printable ASCII as all our keys are; {@code INVALID_REQUEST} otherwise. */
    public String key(int index) {
        String text = text(index);
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw invalid();
        }
        return text;
    }

    /** The part at {@code index} as a number; {@code INVALID_REQUEST} when it is none. */
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("cursor", FieldError.Code.INVALID_FORMAT, "is not a cursor of this list");
    }
}
