package io.firstcome.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionTest {

    private static final byte[] REQUEST = Connection.request("GET", "/", "", "");

    @Test
    void givenAServerThatClosesTheConnection_whenAskedAgain_thenItIsAskedOverANewOne() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                answer(server, "HTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                answer(server, "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok");
            });
            try (Connection connection = new Connection(server.getLocalPort())) {
                assertThat(connection.exchange(REQUEST).status()).isEqualTo(503);

                Answer second = connection.exchange(REQUEST);

                assertThat(second.status()).isEqualTo(200);
                assertThat(second.body()).isEqualTo("ok");
            }
        }
    }

    /** To the next one who comes, once; then the connection is closed. */
    private static void answer(ServerSocket server, String answer) {
        try (Socket client = server.accept();
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
