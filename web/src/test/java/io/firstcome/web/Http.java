package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.security.Role;
import io.firstcome.web.security.SecuritySettings;
import io.firstcome.web.security.TokenIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the test application. */
final class Http {

    static final TokenIssuer TOKENS =
            new TokenIssuer(SecuritySettings.STANDALONE_SECRET, Clock.systemUTC(), Duration.ofHours(1));
    private static final Set<String> OF_THE_REQUEST =
            Set.of("date", "x-trace-id", "content-length", "transfer-encoding");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Http(int port) {
        this.port = port;
    }

    static String bearer(String userId, Role... roles) {
        return "Bearer " + TOKENS.issue(userId, List.of(roles), null);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] json, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(json), withJson(headers));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends bytes as they are and reads until the server closes the connection. */
    String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String[] withJson(String... headers) {
        if (List.of(headers).contains("Content-Type")) {
            return headers;
        }
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return all;
    }

    /** An answer, and what must hold of every problem. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        /** The headers, without those of each request and of how the same bytes are framed: to compare two ways to one answer. */
        Map<String, List<String>> comparable() {
            Map<String, List<String>> headers = new HashMap<>(response.headers().map());
            headers.keySet().removeIf(name -> OF_THE_REQUEST.contains(name.toLowerCase(Locale.ROOT)));
            return headers;
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        Answer isProblem(int status, String code) {
            assertThat(header("Content-Type")).as(body()).isEqualTo("application/problem+json");
            assertThat(header("Content-Length")).isNotEqualTo("0");
            assertThat(status()).as(body()).isEqualTo(status);
            checkProblem(json(), status, code);
            assertThat(json().path("instance").asString())
                    .isEqualTo(response.request().uri().getRawPath());
            noLeak(body());
            return this;
        }
    }

    static void checkProblem(JsonNode problem, int status, String code) {
        assertThat(problem.path("code").asString("")).as(problem.toString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString())
                .isEqualTo(
                        "urn:firstcome:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    static void noLeak(String body) {
        assertThat(body)
                .doesNotContain("Exception", "io.firstcome.", "java.", "org.", "tools.jackson", "\tat ", "secret")
                .doesNotContain("Tomcat", "<html");
    }
}
