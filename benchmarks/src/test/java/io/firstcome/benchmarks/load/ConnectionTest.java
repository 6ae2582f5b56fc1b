package io.firstcome.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final byte[] REQUEST = Connection.request("GET", "/", "", "", "");

    /** It has in the middle what ends a body of chunks. */
    private static final String LONG = "a".repeat(10_000) + "\r\n0\r\n\r\n" + "b".repeat(10_000);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            byte[] body = "{\"version\":7}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(LONG.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givenAConnection_whenAskedTwice_thenEachAnswerHasItsHeaderAndBody() throws IOException {
        try (Connection connection = new Connection(server.getAddress().getPort())) {
            for (int i = 0; i < 2; i++) {
                Connection.Answer answer = connection.exchange(REQUEST);

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header()).contains("\netag: \"7\"");
                assertThat(answer.body()).isEqualTo("{\"version\":7}");
            }
        }
    }

    @Test
    void givenABodyInChunks_whenAskedTwice_thenEachAnswerIsWhole() throws IOException {
        try (Connection connection = new Connection(server.getAddress().getPort())) {
            for (int i = 0; i < 2; i++) {
                Connection.Answer answer = connection.exchange(Connection.request("GET", "/long", "", "", ""));

                assertThat(answer.header()).contains("transfer-encoding: chunked");
                assertThat(answer.body()).isEqualTo(LONG);
            }
        }
    }

    @Test
    void givenTokenKeyAndBody_whenMade_thenTheRequestHasThem() {
        String request = new String(Connection.request("POST", "/a", "t", "{}", "k"), StandardCharsets.US_ASCII);

        assertThat(request)
                .startsWith("POST /a HTTP/1.1\r\n")
                .contains("Authorization: Bearer t\r\n", "Idempotency-Key: k\r\n", "Content-Length: 2\r\n")
                .endsWith("\r\n\r\n{}");
    }
}
