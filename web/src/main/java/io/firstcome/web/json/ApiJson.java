package io.firstcome.web.json;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Bodies as the API writes them. */
public final class ApiJson {

    private static final JsonMapper MAPPER = StrictJson.mapper();

    private ApiJson() {}

    /** The body of an answer, in UTF-8. */
    public static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    static ObjectReader readerFor(Class<?> type) {
        return MAPPER.readerFor(type);
    }
}
