package io.firstcome.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Through the validator that requests are validated with. */
class CodePointSizeTest {

    private static final String TEA = "\uD83C\uDF75";

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Named(
            @Size(min = 2, max = 3) @Nullable String name,

            @Size(max = 1) List<@Size(max = 2) String> tags,

            @Size(max = 3) StringBuilder other) {}

    private int violations(@Nullable String name, String tag) {
        return validator
                .validate(new Named(name, List.of(tag), new StringBuilder()))
                .size();
    }

    @Test
    void givenEmoji_whenMeasured_thenEachIsOneCharacter() {
        assertThat(violations(TEA.repeat(3), TEA.repeat(2))).isZero();
        assertThat(violations(TEA.repeat(4), TEA.repeat(2))).isOne();
        assertThat(violations(TEA, TEA.repeat(3))).isEqualTo(2);
    }

    @Test
    void givenPlainText_whenMeasured_thenAsBefore() {
        assertThat(violations("abc", "ab")).isZero();
        assertThat(violations("abcd", "abc")).isEqualTo(2);
        assertThat(violations("a", "")).isOne();
        assertThat(violations(null, "")).isZero();
    }

    /** The negative control: other character sequences are measured by the built-in validator. */
    @Test
    void givenEmojiInAStringBuilder_whenMeasured_thenUnitsCount() {
        Named named = new Named("ab", List.of("", ""), new StringBuilder(TEA.repeat(2)));

        assertThat(validator.validate(named)).hasSize(2);
    }
}
