package io.firstcome.web.problem;

import io.firstcome.web.problem.FieldError.Code;
import jakarta.validation.ConstraintViolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Fields, parameters and headers that are missing or break a constraint. */
final class ValidationMapper implements ProblemMapper {

    /** The published reason that a broken constraint has. */
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

    @Override
    public @Nullable ProblemException map(Throwable thrown) {
        return switch (thrown) {
            case MethodArgumentNotValidException e -> ProblemException.invalid(fields(e.getBindingResult()));
            case HandlerMethodValidationException e -> e.isForReturnValue() ? null : invalid(e);
            case MissingServletRequestParameterException e -> required(e.getParameterName());
            case MissingRequestHeaderException e -> required(e.getHeaderName());
            case MethodArgumentTypeMismatchException e -> ProblemException.invalid(List.of(mismatch(e.getName(), e)));
            default -> null;
        };
    }

    private static ProblemException required(String parameter) {
        return ProblemException.invalid(parameter, Code.REQUIRED, "is required");
    }

    private static ProblemException invalid(HandlerMethodValidationException thrown) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult result : thrown.getParameterValidationResults()) {
            String name = result.getMethodParameter().getParameterName();
            if (result instanceof Errors nested) {
                errors.addAll(fields(nested));
                continue;
            }
            for (MessageSourceResolvable violation : result.getResolvableErrors()) {
                errors.add(new FieldError(name == null ? "parameter" : name, message(violation), codeOf(violation)));
            }
        }
        return ProblemException.invalid(errors);
    }

    private static List<FieldError> fields(Errors errors) {
        List<FieldError> fields = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            String field = error instanceof org.springframework.validation.FieldError f ? f.getField() : "body";
            ConstraintViolation<?> violation =
                    error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
            Code code = violation == null ? codeOf(error) : codeOf(violation);
            fields.add(new FieldError(field, message(error), code));
        }
        fields.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::code));
        return fields;
    }

    private static String message(MessageSourceResolvable error) {
        String text = error.getDefaultMessage();
        return text == null ? "is invalid" : text;
    }

    private static FieldError mismatch(String name, TypeMismatchException e) {
        Class<?> wanted = e.getRequiredType();
        if (wanted == null) {
            return new FieldError(name, "is invalid", Code.INVALID_VALUE);
        }
        if (wanted.isEnum()) {
            return new FieldError(
                    name, "must be one of " + Arrays.toString(wanted.getEnumConstants()), Code.INVALID_VALUE);
        }
        if (wanted == Instant.class) {
            String message = "must be an instant such as 2026-11-20T09:00:00Z";
            return new FieldError(name, message, Code.INVALID_FORMAT);
        }
        boolean number = Number.class.isAssignableFrom(wanted) || wanted.isPrimitive();
        return number
                ? new FieldError(name, "must be a number in range", Code.WRONG_TYPE)
                : new FieldError(name, "is invalid", Code.INVALID_FORMAT);
    }

    private static Code codeOf(ConstraintViolation<?> violation) {
        return codeOf(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    /** By the last of its message codes, which is the bare name of the constraint. */
    private static Code codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codeOf(codes == null || codes.length == 0 ? null : codes[codes.length - 1]);
    }

    private static Code codeOf(@Nullable String constraint) {
        return constraint == null ? Code.INVALID_VALUE : CODES.getOrDefault(constraint, Code.INVALID_VALUE);
    }
}
