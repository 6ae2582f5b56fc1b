package io.firstcome.web.json;

import io.firstcome.events.Texts;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code @Size} of a string count code points, as {@code maxLength} of JSON Schema and the database's columns do.
 * The built-in validator counts UTF-16 units, of which an emoji has two.
 *
 * <p>It is found by {@code META-INF/services}; for a string it goes before that for every {@code CharSequence}.
 */
public final class CodePointSize implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = Texts.length(text);
        return length >= min && length <= max;
    }
}
