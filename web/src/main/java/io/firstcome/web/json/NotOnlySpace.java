package io.firstcome.web.json;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Marks an optional text that, when it is given, has at least one character that is no space. Where the text must be given, it
 * is {@code @NotBlank}.
 *
 * <p>A space is what {@code \s} is in the patterns of JSON Schema, where a Java pattern would need a flag to know those of Unicode.
 */
@Documented
@Constraint(validatedBy = NotOnlySpace.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotOnlySpace {

    String message() default "must not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks for a character that is no space. */
    final class Check implements ConstraintValidator<NotOnlySpace, String> {

        private static final int BYTE_ORDER_MARK = 0xfeff;

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().anyMatch(character -> !isSpace(character));
        }

        private static boolean isSpace(int character) {
            return Character.isSpaceChar(character)
                    || Character.isWhitespace(character)
                    || character == BYTE_ORDER_MARK;
        }
    }
}
