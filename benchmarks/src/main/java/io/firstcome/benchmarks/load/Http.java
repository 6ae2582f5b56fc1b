package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single calls of a server on this machine: what sets up and verifies, not what is measured. */
public record Http(int port) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer that was read to its end. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** The header of that name, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body());
        }

        /** This answer, if it has that status. */
        public Answer require(int expected) {
            if (status() != expected) {
                throw new IllegalStateException("Expected " + expected + ", got " + status() + " " + body());
            }
            return this;
        }
    }

    /** An empty token is left out. */
    public Answer get(String path, String token) {
        return exchange(request(path, token));
    }

    /** An empty token or body is left out. */
    public Answer post(String path, String token, String json) {
        HttpRequest.Builder request = request(path, token).POST(HttpRequest.BodyPublishers.ofString(json));
        return exchange(json.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    /** A change of some fields. */
    public Answer patch(String path, String token, String json) {
        return exchange(request(path, token)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
