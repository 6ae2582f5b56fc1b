package io.firstcome.benchmarks.load;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that was read to its end.
 *
 * @param headers by lower-case name
 */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** This answer, if it has that status. */
    public Answer require(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Expected " + expected + ", got " + status + " " + body);
        }
        return this;
    }
}
