package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The idempotency key as controllers get it. */
class IdempotencyIT extends WebIT {

    private String noteOf(String path, String body, String key) {
        Answer answer = http.post(path, body, "Authorization", OPERATOR, "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json().path("note").asString();
    }

    @Test
    void givenSameKeyAndBody_whenPosted_thenSameFingerprintElseAnother() {
        String first = noteOf(THING, VALID, "k-1");
        assertThat(first).matches("k-1:[0-9a-f]{64}");
        assertThat(noteOf(THING, VALID, "k-1")).isEqualTo(first);
        assertThat(noteOf(THING, VALID + " ", "k-1")).isNotEqualTo(first);
        assertThat(noteOf(THING, VALID.replace("10", "11"), "k-1")).isNotEqualTo(first);
    }

    @Test
    void givenNoKey_whenPosted_thenNone() {
        Answer answer = http.post(THING, VALID, "Authorization", CUSTOMER);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("note")).isFalse();
    }

    @Test
    void givenKeyWithoutBody_whenPosted_thenTheKeyIsRead() {
        Answer answer = http.send(
                "POST", THING + "/1/close", BodyPublishers.noBody(), "Authorization", OPERATOR, "Idempotency-Key", "k");
        assertThat(answer.json().path("note").asString()).isEqualTo("k");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void givenKeyWithinLimits_whenPosted_thenAccepted(int length) {
        assertThat(noteOf(THING, VALID, "k".repeat(length))).startsWith("k".repeat(length) + ":");
    }

    @Test
    void givenKeyOutsideLimits_whenPosted_thenInvalidAndNothingIsMade() throws IOException {
        int before = things.made.get();
        for (String key : new String[] {"", " ", "k".repeat(256), "schlüssel", "\u0001"}) {
            String answer = http.raw("POST " + THING + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                    + CUSTOMER + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                    + "\r\nContent-Length: " + VALID.length() + "\r\n\r\n" + VALID);
            assertThat(answer).as(key).startsWith("HTTP/1.1 400").contains("application/problem+json");
            Http.noLeak(answer);
        }
        http.post(THING, VALID, "Authorization", CUSTOMER, "Idempotency-Key", "a", "Idempotency-Key", "b")
                .isProblem(400, "INVALID_IDEMPOTENCY_KEY");
        http.post(THING, VALID, "Authorization", CUSTOMER, "Idempotency-Key", "k".repeat(256))
                .isProblem(400, "INVALID_IDEMPOTENCY_KEY");
        assertThat(things.made).hasValue(before);
    }

    @Test
    void givenKeyAndBadBody_whenPosted_thenTheBodyIsRefusedAsEver() {
        http.post(THING, "{", "Authorization", CUSTOMER, "Idempotency-Key", "k").isProblem(400, "MALFORMED_REQUEST");
        http.post(THING, "", "Authorization", CUSTOMER, "Idempotency-Key", "k").isProblem(400, "MALFORMED_REQUEST");
    }
}
