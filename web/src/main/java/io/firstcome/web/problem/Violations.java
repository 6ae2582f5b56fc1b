package io.firstcome.web.problem;

import io.firstcome.web.problem.FieldError.Code;
import jakarta.validation.ConstraintViolation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** Which published reason a broken constraint has. */
final class Violations {

    private static final Map<String, Code> CODES = Map.ofEntries(
            Map.entry("NotNull", Code.REQUIRED),
            Map.entry("NotBlank", Code.REQUIRED),
            Map.entry("NotEmpty", Code.REQUIRED),
            Map.entry("Min", Code.OUT_OF_RANGE),
            Map.entry("Max", Code.OUT_OF_RANGE),
            Map.entry("DecimalMin", Code.OUT_OF_RANGE),
            Map.entry("DecimalMax", Code.OUT_OF_RANGE),
            Map.entry("Positive", Code.OUT_OF_RANGE),
            Map.entry("PositiveOrZero", Code.OUT_OF_RANGE),
            Map.entry("Range", Code.OUT_OF_RANGE),
            Map.entry("Size", Code.INVALID_LENGTH),
            Map.entry("Length", Code.INVALID_LENGTH),
            Map.entry("Pattern", Code.INVALID_FORMAT),
            Map.entry("NotOnlySpace", Code.INVALID_FORMAT),
            Map.entry("OpaqueId", Code.INVALID_FORMAT));

    private Violations() {}

    static Code codeOf(ConstraintViolation<?> violation) {
        return codeOf(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    /** By the last of its message codes, which is the bare name of the constraint. */
    static Code codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codeOf(codes == null || codes.length == 0 ? null : codes[codes.length - 1]);
    }

    private static Code codeOf(@Nullable String constraint) {
        return constraint == null ? Code.INVALID_VALUE : CODES.getOrDefault(constraint, Code.INVALID_VALUE);
    }
}
