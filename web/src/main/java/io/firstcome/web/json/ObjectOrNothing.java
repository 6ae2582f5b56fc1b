package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a field of type {@code Map<String, Object>} in the body of somebody who may send anything there: what is no object is read as
 * {@code null}, and not refused.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = ObjectOrNothing.Reader.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ObjectOrNothing {

    /** Reads an object, and skips anything else: {@link ObjectOrNothing}. */
    final class Reader extends ValueDeserializer<Map<?, ?>> {

        /** For Jackson. */
        Reader() {}

        @Override
        @SuppressWarnings("NullAway") // Jackson's contract: null when there is no value
        public @Nullable Map<?, ?> deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return context.readValue(json, Map.class);
            }
            json.skipChildren();
            return null;
        }
    }
}
