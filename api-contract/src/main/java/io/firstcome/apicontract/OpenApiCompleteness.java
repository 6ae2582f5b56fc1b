package io.firstcome.apicontract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is missing in an OpenAPI document, for a test that fails when an endpoint is published half-described. */
public final class OpenApiCompleteness {

    /** A verb and its noun, as a client has it for a method: {@code publishCoupon}. A number behind it is springdoc's. */
    private static final Pattern OPERATION_ID = Pattern.compile("[a-z]+([A-Z][a-z]+)+");
    /** What a Java pattern may have and one of JSON Schema may not: flags, possessive quantifiers, quotes, anchors, classes in classes. */
    private static final Pattern JAVA_ONLY =
            Pattern.compile("\\(\\?[a-zA-Z<>-]|[*+?}]\\+|\\\\[QEAGzZpPXRhH]|&&|\\[[^\\]]*\\[:");

    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<String> gaps = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private OpenApiCompleteness(JsonNode document) {
        this.document = document;
    }

    /**
     * What is missing in this document, one sentence each, beginning with the method and the path; empty when it is
     * complete.
     */
    public static List<String> gaps(String json) {
        OpenApiCompleteness check = new OpenApiCompleteness(ApiContract.parse(json));
        check.check();
        return List.copyOf(check.gaps);
    }

    private void check() {
        if (!document.path("openapi").asText("").startsWith("3.1")) {
            gaps.add("document: is not OpenAPI 3.1");
        }
        if (document.path("paths").isEmpty()) {
            gaps.add("document: has no paths");
        }
        patterns("document", document);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                            method.getValue());
                }
            }
        }
    }

    /** Each pattern is of the whole text, and of the dialect of JSON Schema. */
    private void patterns(String where, JsonNode node) {
        String pattern = node.path("pattern").asText("^$");
        need(
                where,
                pattern.startsWith("^") && pattern.endsWith("$"),
                "pattern " + pattern + " is not of the whole text");
        need(where, !JAVA_ONLY.matcher(pattern).find(), "pattern " + pattern + " is not of JSON Schema");
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (!part.getKey().startsWith("example")) {
                patterns(where + "/" + part.getKey(), part.getValue());
            }
        }
        if (node.isArray()) {
            node.forEach(item -> patterns(where, item));
        }
    }

    private void operation(String where, JsonNode operation) {
        need(where, operation.path("summary").isTextual(), "has no summary");
        need(where, !operation.path("tags").isEmpty(), "has no tag");
        String id = operation.path("operationId").asText("");
        need(where, !id.isEmpty() && operationIds.add(id), "has no operationId of its own");
        need(where, OPERATION_ID.matcher(id).matches(), "operationId " + id + " is not a verb with a noun");
        need(where, !id.startsWith("get"), "operationId " + id + " should be find or list");
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText("?");
            need(where, parameter.path("description").isTextual(), "parameter " + name + " has no description");
            need(where, parameter.has("schema"), "parameter " + name + " has no schema");
        }
        JsonNode body = operation.path("requestBody");
        if (!body.isMissingNode()) {
            contents(where + " request body", body.path("content"), true);
        }
        responses(where, operation);
        problems(where, operation);
    }

    private void responses(String where, JsonNode operation) {
        boolean success = false;
        for (Map.Entry<String, JsonNode> entry : operation.path("responses").properties()) {
            String status = entry.getKey();
            JsonNode response = entry.getValue();
            success |= status.startsWith("2");
            String place = where + " " + status;
            need(place, !response.path("description").asText("").isBlank(), "has no description");
            contents(
                    place,
                    response.path("content"),
                    !Set.of("202", "204", "304").contains(status));
            if (status.compareTo("400") >= 0) {
                need(place, response.path("content").has(PROBLEM), "is not " + PROBLEM);
            }
        }
        need(where, success, "has no success");
    }

    private void contents(String where, JsonNode content, boolean required) {
        need(where, !required || !content.isEmpty(), "has no content");
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            JsonNode body = entry.getValue();
            need(where, !entry.getKey().contains("*"), "has a wildcard media type");
            need(where, body.has("schema"), "has no schema");
            need(where, body.has("example") || !body.path("examples").isEmpty(), "has no example");
        }
    }

    private void problems(String where, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        List<String> expected = new ArrayList<>(List.of("400", "406", "500", "503"));
        if (!operation.path("security").isEmpty()) {
            expected.addAll(List.of("401", "403"));
        }
        if (operation.has("requestBody")) {
            expected.addAll(List.of("413", "415"));
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText("").equals("Idempotency-Key")) {
                expected.addAll(List.of("409", "422"));
            }
        }
        for (String status : expected) {
            need(where, responses.has(status), "has no response " + status);
        }
    }

    private void need(String where, boolean fulfilled, String gap) {
        if (!fulfilled) {
            gaps.add(where + ": " + gap);
        }
    }
}
