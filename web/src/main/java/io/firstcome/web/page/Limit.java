package io.firstcome.web.page;

import io.firstcome.web.problem.FieldError.Code;
import io.firstcome.web.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many items are asked for. A controller takes it as a parameter: 1 to 100, 20 when {@code ?limit=} is absent.
 *
 * <p>{@link LimitRange} on the parameter changes these numbers. Anything else in {@code ?limit=} is
 * {@code INVALID_REQUEST}.
 */
public record Limit(int value) {

    public static final int DEFAULT = 20;
    public static final int MAX = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * The limit that a query asks for.
     *
     * @param texts what it says, or null when it says nothing
     * @param range of the endpoint, or null for the usual one
     */
    public static Limit of(String @Nullable [] texts, @Nullable LimitRange range) {
        if (texts == null || texts.length == 0) {
            return new Limit(range == null ? DEFAULT : range.standard());
        }
        int max = range == null ? MAX : range.max();
        int value = texts.length == 1 && NUMBER.matcher(texts[0]).matches() ? Integer.parseInt(texts[0]) : 0;
        if (value < 1 || value > max) {
            throw ProblemException.invalid("limit", Code.OUT_OF_RANGE, "must be a number from 1 to " + max);
        }
        return new Limit(value);
    }
}
