package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Bytes that are not HTTP as we speak it: the server's own rejections are problems too. */
class TomcatIT extends WebIT {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n\r\n";

    static Stream<Arguments> refused() {
        String bigHeader = "X-Big: " + "a".repeat(100_000) + "\r\n";
        return Stream.of(
                arguments("no method", "  / HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("no such protocol", "GET / FOO/9\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("illegal character in the path", "GET /a<b> HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments(
                        "illegal character in the query", "GET /?a={b} HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("raw bytes in the path", "GET /\u00ff\u00fe HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("bad escape", "GET /%zz HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("escaped slash", "GET /api%2fv1 HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("escaped null", "GET /a%00b HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("path parameter", "GET /api/v1;a=b/thing HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("double slash", "GET /api//v1 HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("way out", "GET /../../etc/passwd HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("escaped way out", "GET /%2e%2e/etc HTTP/1.1\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "MALFORMED_REQUEST"),
                arguments("two hosts", "GET / HTTP/1.1\r\nHost: a\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments("header too large", "GET / HTTP/1.1\r\n" + bigHeader + HOST, 400, "MALFORMED_REQUEST"),
                arguments("header without a name", "GET / HTTP/1.1\r\n: x\r\n" + HOST, 400, "MALFORMED_REQUEST"),
                arguments(
                        "length that is no number",
                        "POST / HTTP/1.1\r\nContent-Length: x\r\n" + HOST,
                        400,
                        "MALFORMED_REQUEST"),
                arguments(
                        "two lengths",
                        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + HOST,
                        400,
                        "MALFORMED_REQUEST"),
                arguments(
                        "unknown transfer coding",
                        "POST / HTTP/1.1\r\nTransfer-Encoding: zip\r\n" + HOST,
                        501,
                        "MALFORMED_REQUEST"),
                arguments("TRACE", "TRACE /api/v1/thing HTTP/1.1\r\n" + HOST, 405, "METHOD_NOT_ALLOWED"),
                arguments("CONNECT", "CONNECT /api/v1/thing HTTP/1.1\r\n" + HOST, 501, "MALFORMED_REQUEST"),
                arguments("method of its own", "FOO /api/v1/thing HTTP/1.1\r\n" + HOST, 405, "METHOD_NOT_ALLOWED"),
                arguments(
                        "unknown expectation",
                        "GET /api/v1/thing HTTP/1.1\r\nExpect: x\r\n" + HOST,
                        417,
                        "MALFORMED_REQUEST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void givenBytesThatAreNoRequest_whenSent_thenProblem(String what, String request, int status, String code)
            throws IOException {
        String answer = http.raw(request);
        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status);
        int body = answer.indexOf("\r\n\r\n");
        assertThat(answer.substring(0, body)).contains("application/problem+json");
        Http.noLeak(answer);
        Http.checkProblem(problem(answer.substring(body)), status, code);
    }

    private static JsonNode problem(String body) {
        return Http.parse(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    }

    @Test
    void givenBrokenChunks_whenPosted_thenMalformed() throws IOException {
        String answer = http.raw("POST " + THING + " HTTP/1.1\r\nAuthorization: " + CUSTOMER
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + HOST
                + "zz\r\nhello\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "MALFORMED_REQUEST");
        Http.noLeak(answer);
    }

    @Test
    void givenTlsGreeting_whenSent_thenNoHtml() throws IOException {
        byte[] hello = {0x16, 0x03, 0x01, 0x00, 0x02, 0x01, 0x00, '\r', '\n', '\r', '\n'};
        String answer = http.raw(hello);
        Http.noLeak(answer);
        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void givenBodyCutOff_whenConnectionEnds_thenNothingIsMade() throws IOException {
        int before = things.made.get();
        byte[] request = ("POST " + THING + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + CUSTOMER
                        + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n" + VALID)
                .getBytes(StandardCharsets.UTF_8);
        try (java.net.Socket socket = new java.net.Socket("localhost", port())) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Http.noLeak(answer);
        }
        assertThat(things.made).hasValue(before);
    }
}
