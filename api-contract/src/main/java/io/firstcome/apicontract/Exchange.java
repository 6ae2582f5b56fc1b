package io.firstcome.apicontract;

import java.util.Map;

/**
 * What was asked and what was answered.
 *
 * @param target the path with its query, as it was sent
 * @param headers of the answer, by lower-case name
 * @param body of the answer; empty when there was none
 */
public record Exchange(String method, String target, int status, Map<String, String> headers, String body) {

    public Exchange {
        headers = Map.copyOf(headers);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
