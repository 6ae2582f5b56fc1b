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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Marks a {@code String} that is an identifier of the API.
 *
 * <p>A number beyond {@link SafeInteger} is {@code OUT_OF_RANGE}: such an id is sent as a string.
 *
 * <p>In a body a JSON string or an integer number is read for it ({@code "1"} and {@code 1} are the same); anything else,
 * or an id that does not match {@link #PATTERN}, is {@code INVALID_REQUEST}. On a path variable or a query parameter
 * it is checked by the same pattern. A missing id is null: add {@code @NotNull} where it is required.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = OpaqueId.Reader.class)
@Pattern(regexp = OpaqueId.PATTERN)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpaqueId {

    /** Of a JSON Schema, too. A path can't end in the ids {@code .} and {@code ..}: clients and servers take them away. */
    String PATTERN = "^(?!\\.\\.?$)" + Ids.PATTERN + "$";

    /** What is said of a text that is no identifier. */
    String MESSAGE = "must be 1 to 64 characters of A-Z a-z 0-9 . _ ~ - and neither . nor ..";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads an identifier from a JSON string or an integer number. */
    final class Reader extends StdDeserializer<String> {

        Reader() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String id = parser.getString();
            if (token == JsonToken.VALUE_NUMBER_INT && !isSafe(parser)) {
                throw new InputCoercionException(parser, "beyond 2^53", token, String.class);
            }
            if (!Ids.isAddressable(id)) {
                // The type is how JsonProblems knows which words to use.
                throw context.weirdStringException(id, Ids.class, "not an identifier");
            }
            return id;
        }

        private static boolean isSafe(JsonParser parser) {
            return parser.getNumberType() != NumberType.BIG_INTEGER && SafeInteger.is(parser.getLongValue());
        }
    }
}
