package io.firstcome.apicontract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An OpenAPI document that answers are held to: their statuses, media types, headers and bodies. */
public final class ApiContract {

    /** The approved document, seen from a module. */
    private static final Path APPROVED = Path.of("..", "docs", "openapi.json");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** An answer has one of these only when the document says so. */
    private static final Set<String> NAMED_HEADERS = Set.of(
            "etag", "location", "retry-after", "idempotency-replayed", "allow", "www-authenticate", "x-trace-id");

    private final JsonNode paths;
    private final JsonNode problem;
    private final Shapes shapes;

    private ApiContract(JsonNode document) {
        paths = document.path("paths");
        problem = JsonMapper.builder().build().createObjectNode().put("$ref", "#/components/schemas/Problem");
        shapes = new Shapes(document);
    }

    private static final class Approved {
        private static final ApiContract CONTRACT = read();

        private static ApiContract read() {
            try {
                return of(Files.readString(APPROVED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The contract of the repository's {@code docs/openapi.json}, for the tests of a module. */
    public static ApiContract approved() {
        return Approved.CONTRACT;
    }

    /** The contract that is this document. */
    public static ApiContract of(String document) {
        return new ApiContract(parse(document));
    }

    static JsonNode parse(String document) {
        try {
            return JsonMapper.builder().build().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Fails when the document does not allow the answer.
     *
     * @throws AssertionError says what is not allowed
     */
    public void check(Exchange exchange) {
        List<String> violations = violations(exchange);
        if (!violations.isEmpty()) {
            throw new AssertionError("Not by the document: " + exchange.method() + " " + exchange.target() + " -> "
                    + exchange.status() + "\n" + String.join("\n", violations) + "\n" + exchange.body());
        }
    }

    /** What the document does not allow, one sentence each. */
    public List<String> violations(Exchange exchange) {
        String path = exchange.path();
        if (!path.startsWith("/api/")) {
            return List.of();
        }
        List<JsonNode> items = items(path);
        String method =
                exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        for (JsonNode item : items) {
            if (item.has(method)) {
                return ofOperation(item.path(method), exchange);
            }
        }
        List<String> violations = new ArrayList<>(allow(items, exchange));
        if (!method.equals("options") || exchange.status() != 200) {
            violations.addAll(ofNothing(exchange));
        }
        return violations;
    }

    /** An answer at a path or to a method that is not in the document refuses. */
    private List<String> ofNothing(Exchange exchange) {
        if (exchange.status() < 400) {
            return List.of("the document knows no such operation");
        }
        return exchange.method().equals("HEAD") ? List.of() : shapes.violations(problem, exchange.body());
    }

    /** {@code Allow} names exactly the methods of the path; where it must be, it is. */
    private static List<String> allow(List<JsonNode> items, Exchange exchange) {
        String allow = exchange.headers().get("allow");
        if (allow == null) {
            return exchange.status() == 405 ? List.of("405 without Allow") : List.of();
        }
        Set<String> expected = new TreeSet<>();
        METHODS.stream()
                .filter(name -> items.stream().anyMatch(item -> item.has(name)))
                .forEach(name -> expected.add(name.toUpperCase(Locale.ROOT)));
        if (expected.contains("GET")) {
            expected.add("HEAD");
        }
        expected.add("OPTIONS");
        Set<String> told = new TreeSet<>(List.of(allow.split(" *, *")));
        return told.equals(expected) ? List.of() : List.of("Allow is " + told + ", not " + expected);
    }

    private List<String> ofOperation(JsonNode operation, Exchange exchange) {
        JsonNode response = operation.path("responses").path(Integer.toString(exchange.status()));
        if (response.isMissingNode()) {
            return List.of("the status is not documented");
        }
        List<String> violations = new ArrayList<>(headers(response.path("headers"), exchange));
        violations.addAll(body(response.path("content"), exchange));
        return violations;
    }

    private List<String> headers(JsonNode documented, Exchange exchange) {
        List<String> violations = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Map.Entry<String, JsonNode> header : documented.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = exchange.headers().get(name);
            known.add(name);
            if (value == null && header.getValue().path("required").asBoolean()) {
                violations.add("header " + name + " is missing");
            } else if (value != null) {
                JsonNode schema = header.getValue().path("schema");
                shapes.violations(schema, valueOf(schema, value))
                        .forEach(error -> violations.add("header " + name + ": " + error));
            }
        }
        exchange.headers().keySet().stream()
                .filter(name -> NAMED_HEADERS.contains(name) && !known.contains(name))
                .forEach(name -> violations.add("header " + name + " is not documented"));
        return violations;
    }

    /** A header's text as what its schema says that it is. */
    private static JsonNode valueOf(JsonNode schema, String text) {
        boolean number = schema.path("type").asText().equals("integer") && text.matches("\\d{1,9}");
        return number ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    private List<String> body(JsonNode content, Exchange exchange) {
        if (exchange.method().equals("HEAD")) {
            return List.of();
        }
        if (exchange.body().isEmpty()) {
            return content.isEmpty() ? List.of() : List.of("there is no body");
        }
        String type = exchange.headers().getOrDefault("content-type", "").replaceFirst(" *;.*", "");
        JsonNode media = content.path(type);
        return media.isMissingNode()
                ? List.of("the media type " + type + " is not documented")
                : shapes.violations(media.path("schema"), exchange.body());
    }

    /** The paths of the document that this one is; one without variables goes before those with some. */
    private List<JsonNode> items(String path) {
        List<JsonNode> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : paths.properties()) {
            if (item.getKey().equals(path)) {
                found.addFirst(item.getValue());
            } else if (Pattern.matches(item.getKey().replaceAll("\\{[^}]*}", "[^/]+"), path)) {
                found.add(item.getValue());
            }
        }
        return found;
    }
}
