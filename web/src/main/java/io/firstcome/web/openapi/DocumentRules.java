package io.firstcome.web.openapi;

import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * What holds for all schemas.
 *
 * <p>A pattern is of the whole text, as the server takes it, where JSON Schema would look for it anywhere in the text. A choice of
 * words is an enum. A body that is sent has no fields that its schema does not name, and no control characters in its texts, for the server refuses all else.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class DocumentRules implements OpenApiCustomizer {

    /** A pattern that is a choice of words. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9-]+(?:\\|[A-Za-z0-9-]+)+");

    /** The types of an identifier in a body, always in this order: the document is compared. */
    static final Set<String> ID_TYPES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of("integer", "string")));

    /** A control character, without tab and line ends; in a character class. */
    private static final String CONTROL = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";

    private static final String ANY_TEXT = "^[^" + CONTROL + "]*$";
    /** Of a text that is not blank. The server's own checks of texts are those of {@code web.json}. */
    static final String NOT_ONLY_SPACE = "^[^" + CONTROL + "]*[^\\s" + CONTROL + "][^" + CONTROL + "]*$";

    private static final String ID = "Id";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.values()
                .forEach(schema -> within(schema, part -> {
                    name(part);
                    anchor(part);
                }));
        document.getComponents().addSchemas(ID, id());
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    if (operation.getParameters() != null) {
                        for (Parameter parameter : operation.getParameters()) {
                            within(parameter.getSchema(), DocumentRules::anchor);
                        }
                    }
                    bodies(operation).forEach(body -> close(body, schemas, new HashSet<>()));
                }));
    }

    private static Collection<Schema> bodies(Operation operation) {
        return operation.getRequestBody() == null
                ? List.of()
                : operation.getRequestBody().getContent().values().stream()
                        .map(MediaType::getSchema)
                        .toList();
    }

    /** An identifier in a body is of one named type, where a generator would make one of each field. */
    private static void name(Schema<?> schema) {
        if (ID_TYPES.equals(schema.getTypes())) {
            schema.setTypes(null);
            schema.setPattern(null);
            schema.set$ref(REFERENCE + ID);
        }
    }

    private static Schema<?> id() {
        return new JsonSchema()
                .types(ID_TYPES)
                .pattern(OpaqueId.PATTERN)
                .description(
                        "An identifier: 1 to 64 characters of A-Z a-z 0-9 . _ ~ -. A number is taken for its digits.")
                .example("1");
    }

    private static void anchor(Schema<?> schema) {
        String pattern = schema.getPattern();
        if (pattern != null && WORDS.matcher(pattern).matches()) {
            schema.setPattern(null);
            ((Schema) schema).setEnum(List.of(pattern.split("\\|")));
        } else if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }

    private static void close(@Nullable Schema<?> body, Map<String, Schema> schemas, Set<String> seen) {
        within(body, schema -> {
            String reference = schema.get$ref();
            if (reference != null && seen.add(reference)) {
                close(schemas.get(reference.substring(REFERENCE.length())), schemas, seen);
            }
            if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
                schema.setAdditionalProperties(false);
            }
            if (isText(schema)) {
                schema.setPattern(ANY_TEXT);
            }
        });
    }

    private static boolean isText(Schema<?> schema) {
        Set<String> types = schema.getTypes();
        boolean free = schema.getPattern() == null && schema.getEnum() == null;
        // Clients have a date-time in a type of its own, which no pattern is of.
        return free && types != null && types.equals(Set.of("string")) && !"date-time".equals(schema.getFormat());
    }

    private static void within(@Nullable Schema<?> schema, Consumer<Schema<?>> rule) {
        if (schema == null) {
            return;
        }
        rule.accept(schema);
        List<Schema> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        if (schema.getAnyOf() != null) {
            parts.addAll(schema.getAnyOf());
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema more) {
            parts.add(more);
        }
        parts.forEach(part -> within(part, rule));
    }
}
