package io.firstcome.apicontract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of a document, each compiled once.
 *
 * <p>A published object may get more fields one day, so the document does not forbid them; but the server of today must not send
 * any that today's document does not name. So here every object is closed whose fields are named.
 */
final class Shapes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode named;

    Shapes(JsonNode document) {
        named = prepared(document.path("components").path("schemas").deepCopy());
    }

    /** What is wrong with this text as JSON of that schema. */
    List<String> violations(JsonNode schema, String text) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return List.of("is not JSON: " + e.getOriginalMessage());
        }
        return violations(schema, body);
    }

    List<String> violations(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = prepared(schema.deepCopy());
        whole.set("$defs", named);
        return registry.getSchema(whole);
    }

    /** Closed, and without what is OpenAPI's and not JSON Schema's. */
    private static <N extends JsonNode> N prepared(N node) {
        if (node instanceof ObjectNode object) {
            object.remove("example");
            if (object.path("$ref").isTextual()) {
                object.put("$ref", object.path("$ref").asText().replace("#/components/schemas/", "#/$defs/"));
            }
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(Shapes::prepared);
        return node;
    }
}
