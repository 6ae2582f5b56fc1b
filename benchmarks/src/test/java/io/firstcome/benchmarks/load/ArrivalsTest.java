package io.firstcome.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final int RATE = 200;
    private static final int STALL_MILLIS = 400;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        // Without an executor of its own it answers one after the other.
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Arrivals.Result run(int count) {
        byte[] request = Connection.request("POST", "/", "token", "{\"a\":1}", "key");
        return Arrivals.run(server.getAddress().getPort(), Collections.nCopies(count, request), RATE);
    }

    private static void answer(HttpExchange exchange, int status, long length) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(new byte[100]);
        exchange.close();
    }

    @Test
    void givenAnswersOfAllKinds_whenUsersArrive_thenEachIsCountedOnce() {
        server.createContext("/", exchange -> {
            int number = asked.getAndIncrement();
            // Of known length, and in chunks.
            answer(exchange, number % 5 == 0 ? 409 : 201, number % 2 == 0 ? 100 : 0);
        });

        Arrivals.Result result = run(100);

        assertThat(asked).hasValue(100);
        assertThat(List.of(result.arrivals(), result.accepted(), result.refused(), result.lost()))
                .containsExactly(100, 80, 20, 0);
        assertThat(result.millis()).hasSize(100).allMatch(millis -> millis > 0);
    }

    @Test
    void givenServerThatStalls_whenUsersArrive_thenThoseWhoCameMeanwhileWaitedToo() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean stalled = new AtomicBoolean();
        server.createContext("/", exchange -> {
            if (asked.getAndIncrement() == 10) {
                try {
                    stalled.set(!never.await(STALL_MILLIS, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            answer(exchange, 201, 100);
        });

        Arrivals.Result result = run(100);

        assertThat(stalled).isTrue();
        assertThat(result.accepted()).isEqualTo(100);
        // A closed loop would have seen one slow answer; in half of the stall this many came.
        assertThat(result.millis().stream().filter(millis -> millis >= STALL_MILLIS / 2.0))
                .hasSizeGreaterThanOrEqualTo(RATE * STALL_MILLIS / 2 / 1_000 - 5);
    }

    @Test
    void givenServerThatClosesConnections_whenUsersArrive_thenTheLostOnesAreCounted() {
        server.createContext("/", exchange -> {
            if (asked.getAndIncrement() == 3) {
                // The connection ends without an answer.
                exchange.close();
                throw new IOException("on purpose");
            }
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 201, 100);
        });

        Arrivals.Result result = run(20);

        assertThat(result.accepted()).isEqualTo(19);
        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.laterThan(5_000)).isZero();
    }
}
