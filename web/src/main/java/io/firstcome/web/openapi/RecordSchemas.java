package io.firstcome.web.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says of each component of a record what its type says, so that clients may rely on what the compiler checks.
 *
 * <p>One that is not {@code @Nullable} is required. One that is {@code @Nullable} is left out when it is null, so it is not
 * required and never null; unless it is always written, by {@code JsonInclude.ALWAYS}: then it is required and may be null.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.hasRawClass(JsonNode.class)) {
            // JSON as it is stored: an object, whose fields are nobody's business here.
            return new JsonSchema().types(Set.of("object")).additionalProperties(true);
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && java != null && java.isRecordType()) {
            complete(java.getRawClass(), schema, context.getDefinedModels());
        }
        return schema;
    }

    private static void complete(Class<?> type, Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        Schema<?> model = reference == null ? schema : models.get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        describe(type, model.getProperties(), required);
        model.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
        JsonIgnoreProperties unknown = type.getAnnotation(JsonIgnoreProperties.class);
        if (unknown != null && unknown.ignoreUnknown()) {
            model.setAdditionalProperties(true);
        }
    }

    private static void describe(Class<?> type, Map<String, Schema> properties, Set<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), properties, required);
                continue;
            }
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable) {
                required.add(component.getName());
            } else if (isAlwaysWritten(component)) {
                required.add(component.getName());
                properties.put(component.getName(), orNull(property));
            }
        }
    }

    private static boolean isAlwaysWritten(RecordComponent component) {
        JsonInclude own = include(component.getAccessor());
        JsonInclude effective = own != null ? own : include(component.getDeclaringRecord());
        return effective != null && effective.value() == JsonInclude.Include.ALWAYS;
    }

    private static @Nullable JsonInclude include(AnnotatedElement element) {
        return element.getAnnotation(JsonInclude.class);
    }

    /** The same schema, which null is of, too. */
    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getAnyOf() != null) {
            return schema;
        }
        if (schema.get$ref() != null) {
            Schema<?> nothing = new JsonSchema().types(Set.of("null"));
            return new JsonSchema().anyOf(List.of(schema, nothing));
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }
}
