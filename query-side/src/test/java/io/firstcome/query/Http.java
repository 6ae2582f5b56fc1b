package io.firstcome.query;

import io.firstcome.apicontract.ApiContract;
import io.firstcome.apicontract.Exchange;
import io.firstcome.web.security.Role;
import io.firstcome.web.security.SecuritySettings;
import io.firstcome.web.security.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running query side over HTTP. */
public final class Http {

    private static final TokenIssuer TOKENS =
            new TokenIssuer(SecuritySettings.STANDALONE_SECRET, Clock.systemUTC(), Duration.ofHours(1));

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public Http(int port) {
        this.port = port;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public String code() {
            return body.path("code").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path, String userId, Role... roles) {
        return send(request(path, userId, roles).GET());
    }

    /** With {@code If-None-Match}; a token only when there are roles. */
    public Answer getUnless(String tag, String path, Role... roles) {
        HttpRequest.Builder request = roles.length == 0
                ? HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                : request(path, "1", roles);
        return send(request.header("If-None-Match", tag).GET());
    }

    /** Without a token. */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .GET());
    }

    Answer post(String path, String key, String userId, Role... roles) {
        return send(
                request(path, userId, roles).header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String userId, Role... roles) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKENS.issue(userId, List.of(roles), null));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<String> response = client.send(asked, BodyHandlers.ofString());
            ApiContract.approved().check(exchange(asked, response));
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()), response);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Exchange exchange(HttpRequest request, HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        URI uri = request.uri();
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return new Exchange(request.method(), target, response.statusCode(), headers, response.body());
    }
}
