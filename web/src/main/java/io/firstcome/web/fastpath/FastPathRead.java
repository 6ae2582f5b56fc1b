package io.firstcome.web.fastpath;

import io.firstcome.events.Ids;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route to {@link FastPathAnswers}.
 *
 * @param before the path up to the id
 * @param after the path behind the id
 * @param taken what looks like an id and is the path of another endpoint
 */
record FastPathRead(String pattern, String before, String after, Set<String> taken, FastPathAnswers answers) {

    FastPathRead {
        taken = Set.copyOf(taken);
    }

    /**
     * The route of a pattern.
     *
     * @throws IllegalArgumentException when it does not have exactly one variable
     */
    static FastPathRead of(FastPathAnswers answers, Set<String> taken) {
        String pattern = answers.pattern();
        int open = pattern.indexOf('{');
        int close = pattern.indexOf('}');
        if (open < 0 || close < open || pattern.indexOf('{', open + 1) >= 0) {
            throw new IllegalArgumentException(pattern + " must have one variable");
        }
        return new FastPathRead(pattern, pattern.substring(0, open), pattern.substring(close + 1), taken, answers);
    }

    /** The id in a path, or null when the path is not of this route. */
    @Nullable
    String idIn(String path) {
        int end = path.length() - after.length();
        if (end <= before.length() || !path.startsWith(before) || !path.endsWith(after)) {
            return null;
        }
        String id = path.substring(before.length(), end);
        return Ids.isValid(id) && !taken.contains(id) ? id : null;
    }
}
