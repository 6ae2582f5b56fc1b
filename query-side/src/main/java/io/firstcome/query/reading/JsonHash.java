package io.firstcome.query.reading;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * States as JSON in one field, beside their version: for views whose hashes are always written as a whole.
 *
 * @param prefix what the keys begin with
 * @param type a record that Jackson reads as it writes it
 */
public record JsonHash<S extends Versioned>(String prefix, Class<S> type) implements HashFormat<S> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Map<String, String> fields(S state) {
        return Map.of("version", Long.toString(state.version()), "state", JSON.writeValueAsString(state));
    }

    @Override
    public S state(Map<String, String> fields) {
        S state = JSON.readValue(HashFields.get(fields, "state"), type);
        if (state.version() != HashFields.number(fields, "version")) {
            throw new IllegalStateException("The version of the hash is not that of its state");
        }
        return state;
    }
}
