package io.firstcome.gateway;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON, as the gateway reads and writes it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T value(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** What was sent; an empty object when it is none. */
    static JsonNode tree(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? node : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
