package io.firstcome.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Puts together an example of each body from the examples of its fields, where the author gave none for the whole. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class BodyExamples implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";
    private static final int MAX_DEPTH = 8;

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Map<String, Schema> known = schemas == null ? Map.of() : schemas;
        for (PathItem path : document.getPaths().values()) {
            for (Operation operation : path.readOperations()) {
                if (operation.getRequestBody() != null) {
                    complete(operation.getRequestBody().getContent(), known);
                }
                for (ApiResponse response : operation.getResponses().values()) {
                    complete(response.getContent(), known);
                }
            }
        }
    }

    private static void complete(@Nullable Content content, Map<String, Schema> schemas) {
        if (content == null) {
            return;
        }
        for (MediaType body : content.values()) {
            boolean given = body.getExample() != null
                    || (body.getExamples() != null && !body.getExamples().isEmpty());
            if (!given && body.getSchema() != null) {
                Object example = example(body.getSchema(), schemas, 0);
                if (example != null) {
                    body.setExample(example);
                }
            }
        }
    }

    /** The example of a schema, or null when one of its required parts has none. */
    private static @Nullable Object example(@Nullable Schema<?> schema, Map<String, Schema> schemas, int depth) {
        if (schema == null || depth > MAX_DEPTH) {
            return null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            return example(schemas.get(schema.get$ref().substring(REFERENCE.length())), schemas, depth + 1);
        }
        if (schema.getItems() != null) {
            Object item = example(schema.getItems(), schemas, depth + 1);
            return item == null ? null : List.of(item);
        }
        if (schema.getProperties() == null) {
            return schema.getEnum() == null || schema.getEnum().isEmpty()
                    ? null
                    : schema.getEnum().getFirst();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> {
            Object value = example((Schema<?>) property, schemas, depth + 1);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields.isEmpty() ? null : fields;
    }
}
