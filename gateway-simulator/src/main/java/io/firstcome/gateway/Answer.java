package io.firstcome.gateway;

import java.time.Instant;

/**
 * An answer that is told again under its idempotency key.
 *
 * @param scope API key, method and URL
 */
record Answer(String scope, String key, int status, String body, Instant at) {

    String id() {
        return scope + "\n" + key;
    }
}
