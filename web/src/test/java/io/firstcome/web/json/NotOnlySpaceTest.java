package io.firstcome.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotOnlySpaceTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Said(@NotOnlySpace @Nullable String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00a0", "\u2003\u3000", "\u2028", "\ufeff"})
    void givenTextOfSpaces_whenValidated_thenRefused(String text) {
        assertThat(VALIDATOR.validate(new Said(text)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getMessage()).isEqualTo("must not be blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " \u00e9 ", "\u200b", "\ud83c\udf75"})
    void givenTextWithACharacter_whenValidated_thenTaken(String text) {
        assertThat(VALIDATOR.validate(new Said(text))).isEmpty();
    }

    @Test
    void givenNoText_whenValidated_thenTaken() {
        assertThat(VALIDATOR.validate(new Said(null))).isEmpty();
    }
}
