package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.firstcome.events.Ids;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a {@code String} that is an identifier of the API.
 *
 * <p>In a body a JSON string or an integer number is read for it ({@code "1"} and {@code 1} are the same); anything else,
 * or an id that does not match {@link Ids#PATTERN}, is {@code INVALID_REQUEST}. On a path variable or a query parameter
 * it is checked by the same pattern. A missing id is null: add {@code @NotNull} where it is required.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = OpaqueIdDeserializer.class)
@Pattern(regexp = "^" + Ids.PATTERN + "$")
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpaqueId {

    /** What is said of a text that is no identifier. */
    String MESSAGE = "must be 1 to 64 characters of A-Z a-z 0-9 . _ ~ -";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
