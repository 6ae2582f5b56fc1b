package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, with and without a length; the limit is 64 KiB. */
class BodySizeIT extends WebIT {

    private static final int LIMIT = 64 * 1024;

    private static byte[] body(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        byte[] json = VALID.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1024 * 1024, 10 * 1024 * 1024})
    void givenTooLargeBody_whenItsLengthIsAnnounced_thenPayloadTooLarge(int size) {
        int before = things.made.get();
        http.post(THING, body(size), "Authorization", CUSTOMER).isProblem(413, "PAYLOAD_TOO_LARGE");
        http.post(THING, body(size)).isProblem(413, "PAYLOAD_TOO_LARGE");
        assertThat(things.made).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1024 * 1024, 10 * 1024 * 1024})
    void givenTooLargeBody_whenItIsChunked_thenPayloadTooLarge(int size) {
        int before = things.made.get();
        for (String key : new String[] {"", "key"}) {
            String[] headers = {"Authorization", CUSTOMER, "Content-Type", "application/json", "Idempotency-Key", key};
            String[] sent = key.isEmpty() ? Arrays.copyOf(headers, 4) : headers;
            http.send("POST", THING, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(size))), sent)
                    .isProblem(413, "PAYLOAD_TOO_LARGE");
        }
        assertThat(things.made).hasValue(before);
    }

    @Test
    void givenBodyAtTheLimit_whenPosted_thenMade() {
        assertThat(http.post(THING, body(LIMIT), "Authorization", CUSTOMER).status())
                .isEqualTo(201);
        assertThat(http.send(
                                "POST",
                                THING,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(LIMIT))),
                                "Authorization",
                                CUSTOMER,
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givenClientThatWaitsForLeave_whenBodyIsTooLarge_thenItIsNotSent() throws IOException {
        String answer =
                http.raw("POST " + THING + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 10485760\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("PAYLOAD_TOO_LARGE")
                .doesNotContain("100 Continue");
    }
}
