package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.Map;

/**
 * An operation that takes an idempotency key, and what proves that one key has one outcome.
 *
 * @param path of the OpenAPI document
 * @param at the path that is asked
 * @param first status, and code of a rejection
 * @param change after which the same request without a key would have another answer
 * @param without the answer to the same request without a key after that: the negative control
 */
record KeyedRow(
        String method,
        String path,
        String at,
        String token,
        String body,
        String first,
        Runnable change,
        String without) {

    static KeyedRow post(
            String path, String at, String token, String body, String first, Runnable change, String without) {
        return new KeyedRow("POST", path, at, token, body, first, change, without);
    }

    /** What is made once is there the second time. */
    static KeyedRow created(String path, String body, String without) {
        return post(path, path, SharedSystem.OPERATOR, body, "201", () -> {}, without);
    }

    /** As the OpenAPI document names it. */
    String operation() {
        return method + " " + path;
    }

    void assertOneOutcome(ShopClient shop) {
        Map<String, String> key = Map.of("Idempotency-Key", SharedSystem.newName("one-outcome"));
        Request request = Request.of(method, "/api/v1" + at, token, key, body);
        Response before = shop.exchange(request);
        assertThat(outcome(before)).as(before.body()).isEqualTo(first);
        assertThat(before.headers()).doesNotContainKey("idempotency-replayed");

        change.run();

        Response again = shop.exchange(request);
        assertThat(again.status()).as(again.body()).isEqualTo(before.status());
        assertThat(again.body()).isEqualTo(before.body());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(again.headers().get("etag")).isEqualTo(before.headers().get("etag"));
        Response unkeyed = shop.exchange(Request.of(method, "/api/v1" + at, token, Map.of(), body));
        assertThat(outcome(unkeyed)).as(unkeyed.body()).isEqualTo(without);
    }

    private static String outcome(Response response) {
        return (response.status() + " " + response.code()).strip();
    }
}
