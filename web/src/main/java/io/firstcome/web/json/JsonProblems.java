package io.firstcome.web.json;

import io.firstcome.events.Ids;
import io.firstcome.events.Texts;
import io.firstcome.web.problem.FieldError.Code;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in words of our own what is wrong with a body: Jackson's messages name classes. */
final class JsonProblems implements ProblemMapper {

    private static final int MAX_NAME = 100;

    @Override
    public @Nullable ProblemException map(Throwable thrown) {
        if (!(thrown instanceof HttpMessageNotReadableException)) {
            return null;
        }
        return switch (thrown.getCause()) {
            case null -> malformed("The body is missing.");
            case InputCoercionException e -> invalid(e, Code.OUT_OF_RANGE, "is a number out of range");
            case StreamConstraintsException ignored ->
                malformed("The body is nested too deeply, or a name or a value in it is too long.");
            case StreamReadException e -> malformed(syntax(e));
            case UnrecognizedPropertyException e -> invalid(e, Code.UNKNOWN_FIELD, "is not a field of this request");
            case InvalidTypeIdException e -> invalid(e, Code.INVALID_VALUE, "is not one of the known kinds");
            case ValueInstantiationException e -> invalid(e, Code.INVALID_VALUE, constructorMessage(e));
            case InvalidFormatException e -> invalidFormat(e);
            case MismatchedInputException e -> mismatch(e);
            case JacksonException e -> invalid(e, Code.INVALID_VALUE, "is invalid");
            default -> malformed("The body could not be read.");
        };
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemCode.MALFORMED_REQUEST, detail);
    }

    private static String syntax(StreamReadException thrown) {
        String message = thrown.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate ")) {
            return "A field appears twice" + at(thrown.getLocation());
        }
        return "The body is not valid JSON" + at(thrown.getLocation());
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? "."
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static ProblemException invalidFormat(InvalidFormatException thrown) {
        Class<?> target = thrown.getTargetType();
        boolean text = thrown.getValue() instanceof String;
        if (target == null || thrown.getPath().isEmpty()) {
            return mismatch(thrown);
        }
        if (target.isEnum()) {
            String names = Arrays.stream(target.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return invalid(thrown, text ? Code.INVALID_VALUE : Code.WRONG_TYPE, "must be one of " + names);
        }
        if (target == Instant.class) {
            return invalid(thrown, Code.INVALID_FORMAT, "must be an instant in UTC such as 2026-11-20T09:00:00Z");
        }
        if (target == Ids.class) {
            return invalid(thrown, Code.INVALID_FORMAT, OpaqueId.MESSAGE);
        }
        return target == String.class && text
                ? invalid(thrown, Code.INVALID_FORMAT, "has characters that are not allowed")
                : mismatch(thrown);
    }

    private static ProblemException mismatch(MismatchedInputException thrown) {
        if (thrown.getPath().isEmpty()) {
            return malformed("The body must be a JSON object.");
        }
        Class<?> target = thrown.getTargetType();
        String message = thrown.getOriginalMessage();
        if (target != null && target.isPrimitive() && message != null && message.contains("`null`")) {
            return invalid(thrown, Code.REQUIRED, "is required");
        }
        return invalid(thrown, Code.WRONG_TYPE, "must be " + jsonType(target));
    }

    /** The message of a constructor of ours that checks its values; nobody else's messages are passed on. */
    private static String constructorMessage(ValueInstantiationException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            StackTraceElement[] trace = cause.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith("io.firstcome.")) {
                return cause.getMessage();
            }
        }
        return "is invalid";
    }

    private static String jsonType(@Nullable Class<?> target) {
        if (target == null) {
            return "of another type";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            boolean fraction = target.getSimpleName().toLowerCase(Locale.ROOT).matches("double|float|bigdecimal");
            return fraction ? "a number" : "an integer number";
        }
        if (CharSequence.class.isAssignableFrom(target) || target.isEnum() || target == Instant.class) {
            return "a string";
        }
        return java.util.Collection.class.isAssignableFrom(target) || target.isArray() ? "an array" : "an object";
    }

    private static ProblemException invalid(JacksonException thrown, Code code, String message) {
        return ProblemException.invalid(path(thrown.getPath()), code, message);
    }

    /** The path as JavaScript would write it: {@code items[0].quantity}. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Texts.cut(name, MAX_NAME));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
