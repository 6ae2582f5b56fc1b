package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.gateway.Reply.NoAnswer;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** HTTP with the gateway: time-outs, who asks, how many at a time, and when not to ask at all. */
final class GatewayHttp {

    private static final int MAX_ANSWER = 256 * 1024;

    /** Before these nothing was sent. */
    private static final List<Class<? extends Exception>> NOT_SENT = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    private final JsonMapper mapper = new JsonMapper();
    private final RestClient client;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;

    GatewayHttp(GatewayProperties properties, String secretKey, CircuitBreaker circuit, Bulkhead bulkhead) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .defaultHeaders(headers -> headers.setBasicAuth(secretKey, ""))
                .build();
        this.circuit = circuit;
        this.bulkhead = bulkhead;
    }

    Reply get(String path, String variable) {
        return send(HttpMethod.GET, path, variable, null, null);
    }

    Reply post(String path, String variable, Map<String, ?> body, String idempotencyKey) {
        return send(HttpMethod.POST, path, variable, mapper.writeValueAsBytes(body), idempotencyKey);
    }

    private Reply send(
            HttpMethod method, String path, String variable, byte @Nullable [] body, @Nullable String idempotencyKey) {
        try {
            return bulkhead.executeSupplier(
                    () -> circuit.executeSupplier(() -> exchange(method, path, variable, body, idempotencyKey)));
        } catch (BulkheadFullException e) {
            throw new NotSentException("too many calls are under way");
        } catch (CallNotPermittedException e) {
            throw new NotSentException("the circuit is open");
        } catch (ResourceAccessException e) {
            return noAnswer(e);
        }
    }

    private Reply exchange(
            HttpMethod method, String path, String variable, byte @Nullable [] body, @Nullable String idempotencyKey) {
        RestClient.RequestBodySpec request =
                client.method(method).uri(path, variable).accept(MediaType.APPLICATION_JSON);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (body != null) {
            request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                    .body(body);
        }
        return request.exchangeForRequiredValue(
                (sent, response) -> Reply.of(response.getStatusCode().value(), read(response.getBody())));
    }

    private JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_ANSWER);
        try {
            JsonNode tree = mapper.readTree(bytes);
            return tree.isObject() ? tree : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static Reply noAnswer(ResourceAccessException failure) {
        boolean late = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (NOT_SENT.stream().anyMatch(cause.getClass()::equals)) {
                throw new NotSentException("no connection");
            }
            late |= cause instanceof HttpTimeoutException;
        }
        return new NoAnswer(late ? "TIMEOUT" : "CONNECTION_LOST");
    }
}
