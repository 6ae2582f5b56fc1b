package io.firstcome.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final String TEA = "\uD83C\uDF75";
    /** Three people, joined. */
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abc, 2, ab",
        "ab" + TEA + ", 4, ab" + TEA,
        "ab" + TEA + ", 3, ab",
        "ab" + TEA + "c, 3, ab",
        "ab" + TEA + "c, 4, ab" + TEA,
        // e and its accent
        "abe\u0301, 3, ab",
        "abe\u0301c, 4, abe\u0301",
        "a" + FAMILY + ", 8, a",
        "a" + FAMILY + "b, 9, a" + FAMILY,
        // two flags of two letters each
        "\uD83C\uDDF0\uD83C\uDDF7\uD83C\uDDE9\uD83C\uDDEA, 6, \uD83C\uDDF0\uD83C\uDDF7",
        // a character that is too long itself
        TEA + ", 1, ''",
        FAMILY + ", 4, \uD83D\uDC68\u200D",
    })
    void givenText_whenCut_thenItEndsWithAWholeCharacter(String text, int max, String cut) {
        assertThat(Texts.cut(text, max)).isEqualTo(cut);
    }

    /** The negative control: what {@code substring} does. */
    @ParameterizedTest
    @CsvSource("ab" + TEA + ", 3")
    void givenEmojiAtTheBorder_whenSubstringCuts_thenHalfOfItStays(String text, int max) {
        assertThat(canBeWritten(text)).isTrue();
        assertThat(canBeWritten(text.substring(0, max))).isFalse();
    }

    @Property
    void givenAnyText_whenCut_thenItIsABeginningThatCanBeWritten(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int max) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String cut = Texts.cut(whole, max);

        assertThat(whole).startsWith(cut);
        assertThat(cut.length()).isLessThanOrEqualTo(max);
        assertThat(canBeWritten(cut)).isTrue();
    }

    private static boolean canBeWritten(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", TEA + ", 1", "e\u0301, 2"})
    void givenText_whenMeasured_thenCodePointsCount(String text, int length) {
        assertThat(Texts.length(text)).isEqualTo(length);
    }
}
