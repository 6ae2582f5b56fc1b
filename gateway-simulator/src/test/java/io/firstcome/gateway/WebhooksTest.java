package io.firstcome.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a shop is told of, and how often. */
class WebhooksTest {

    private record Received(String id, String retried, JsonNode body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer listener;
    private GatewaySimulator gateway;
    private Shop shop;

    @BeforeEach
    void start() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("tosspayments-webhook-transmission-id"),
                    exchange.getRequestHeaders().getFirst("tosspayments-webhook-transmission-retried-count"),
                    Json.tree(new String(body, StandardCharsets.UTF_8))));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        listener.start();
        gateway = GatewaySimulator.start(SimulatorSettings.defaults()
                .withWebhook("http://127.0.0.1:" + listener.getAddress().getPort() + "/hook", Duration.ofNanos(20_000))
                .withWindows(Duration.ofMillis(50), Duration.ofMillis(50)));
        shop = new Shop(gateway);
    }

    @AfterEach
    void close() {
        shop.close();
        gateway.close();
        listener.stop(0);
    }

    @Test
    void givenAPayment_whenItsStatusChanges_thenTheShopIsToldOfEach() throws IOException {
        shop.confirm("pay-1", "order-1", 100);
        shop.cancel("pay-1", 40);
        shop.cancelAll("pay-1");
        shop.confirm("decline-1", "order-2", 100);
        shop.control("checkout", Map.of("orderId", "order-3", "amount", 100));

        await().until(() -> received.size() == 5);
        assertThat(received)
                .extracting(notice -> notice.body().path("data").path("status").asString())
                .containsExactlyInAnyOrder("DONE", "PARTIAL_CANCELED", "CANCELED", "ABORTED", "EXPIRED");
        assertThat(received).extracting(Received::id).doesNotHaveDuplicates();
        assertThat(received)
                .allMatch(notice -> notice.body().path("eventType").asString().equals("PAYMENT_STATUS_CHANGED"));
    }

    @Test
    void givenAShopThatDoesNotAnswer_whenTold_thenItIsToldSevenTimesMoreUnderTheSameId() throws IOException {
        answer = 500;

        shop.confirm("pay-1", "order-1", 100);

        await().until(() -> received.size() == 8);
        assertThat(received)
                .extracting(Received::id)
                .containsOnly(received.getFirst().id());
        assertThat(received).extracting(Received::retried).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void givenAShopThatComesBack_whenToldAgain_thenItIsNotToldAnyMore() throws IOException {
        answer = 503;
        shop.confirm("pay-1", "order-1", 100);
        await().until(() -> received.size() >= 2);
        answer = 200;

        await().until(() -> shop.control("provoke", Map.of("outcome", "NORMAL")).status() == 200
                && received.stream().anyMatch(notice -> Integer.parseInt(notice.retried()) >= 2));
        assertThat(received).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void givenATester_whenTheyWantARepeatedOrADepositNotice_thenItIsSent() throws IOException {
        shop.confirm("pay-1", "order-1", 100);
        await().until(() -> received.size() == 1);
        received.clear();

        shop.control("webhook", Map.of("paymentKey", "pay-1", "transmissionId", "same", "times", 3));
        shop.control("webhook", Map.of("paymentKey", "pay-1", "type", "DEPOSIT_CALLBACK", "status", "DONE"));

        await().until(() -> received.size() == 4);
        assertThat(received.stream().filter(notice -> notice.id().equals("same")))
                .hasSize(3);
        assertThat(received.stream().filter(notice -> !notice.body().has("eventType")))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.body().path("secret").asString()).startsWith("secret-"));
    }
}
