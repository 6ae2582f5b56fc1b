package io.firstcome.events;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The one way to shorten and to measure a text.
 *
 * <p>A Java string counts UTF-16 units, of which an emoji has two or more. A text that ends with half of one cannot be
 * written as UTF-8, and one that ends within a composed character shows another character.
 */
public final class Texts {

    private Texts() {}

    /**
     * The beginning of a text. Ends where a character ends as people see it (UAX #29); only a character that is longer
     * than {@code max} itself ends between two of its code points.
     *
     * @param max how many UTF-16 units the result has at most, 1 or more
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // With the whole code point behind the border, which says whether there is one; a longer text would only cost
        // more.
        characters.setText(text.substring(0, Math.min(text.length(), max + 2)));
        int end = characters.isBoundary(max) ? max : characters.preceding(max);
        if (end > 0) {
            return text.substring(0, end);
        }
        boolean halves = Character.isSurrogatePair(text.charAt(max - 1), text.charAt(max));
        return text.substring(0, halves ? max - 1 : max);
    }

    /** How many code points a text has: what JSON Schema and the database call its length. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
