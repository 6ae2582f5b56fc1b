package io.firstcome.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firstcome.axon.processors.DeadLetterSource;
import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.query.QuerySide;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reaches a data platform that is away, refuses, or forgets to answer. */
class ReservationExportIT {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Received(String key, JsonNode body) {

        private String what() {
            return body.path("type").asString() + " "
                    + body.path("reservationId").asString();
        }
    }

    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Received> answer = received -> 200;
    private HttpServer platform;
    private QuerySide querySide;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", this::receive);
        platform.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        platform.start();
        querySide = QuerySide.start(Map.of(
                "firstcome.export.url",
                "http://127.0.0.1:" + platform.getAddress().getPort() + "/reservations"));
    }

    @AfterEach
    void stop() {
        querySide.close();
        platform.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received received =
                new Received(exchange.getRequestHeaders().getFirst("Idempotency-Key"), new JsonMapper().readTree(body));
        int status = answer.applyAsInt(received);
        if (status == 200) {
            taken.add(received);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static DomainEventMessage<?> message(OrderEvent event, long version) {
        return new GenericDomainEventMessage<>(OrderId.TYPE, event.orderId().toString(), version, event);
    }

    private static DomainEventMessage<?> paid(String order, OrderLine line) {
        return message(
                new OrderPaid(
                        new OrderId(order),
                        new UserId("anna"),
                        new PaymentId(order + "-p"),
                        List.of(line),
                        new HoldId(order),
                        19_000,
                        1_000,
                        AT),
                0);
    }

    private static DomainEventMessage<?> refunded(String order) {
        return message(
                new OrderRefunded(
                        new OrderId(order),
                        new UserId("anna"),
                        new PaymentId(order + "-p"),
                        new HoldId(order),
                        List.of(seat()),
                        false,
                        AT),
                1);
    }

    private static OrderLine seat() {
        return OrderLine.ofSeat(new DateId("d"), 7);
    }

    private void awaitTaken(String... what) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(taken.stream().map(Received::what)).containsExactly(what));
    }

    @Test
    void givenOrders_whenPaidAndRefunded_thenThoseOfSeatsAreToldInOrderEachUnderItsEventsId() {
        DomainEventMessage<?> first = paid("a", seat());
        OrderLine mug = new OrderLine(new ProductId("mug"), new SkuId("mug"), 1, false);
        querySide.store(List.of(first, paid("pieces", mug), refunded("a")));

        awaitTaken("RESERVATION_PAID a", "RESERVATION_REFUNDED a");

        Received paid = taken.getFirst();
        assertThat(paid.key()).isEqualTo(first.getIdentifier());
        assertThat(paid.body().toString())
                .isEqualTo("{\"eventId\":\"" + first.getIdentifier()
                        + "\",\"type\":\"RESERVATION_PAID\",\"reservationId\":\"a\",\"userId\":\"anna\","
                        + "\"dateId\":\"d\",\"seats\":[7],\"paymentId\":\"a-p\",\"paid\":19000,"
                        + "\"at\":\"2026-11-20T09:00:00Z\"}");
    }

    @Test
    void givenAPlatformThatIsAway_whenItComesBack_thenNothingIsLostAndTheOrderIsKept() {
        answer = received -> 503;
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(paid("r" + i, seat()));
        }
        events.forEach(event -> querySide.store(List.of(event)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(querySide.bean(ProcessorFailures.class).reason("reservation-export"))
                                .contains("does not take reservations"));
        assertThat(querySide.deadLetters("reservation-export")).isZero();

        answer = received -> 200;

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(taken.stream().map(Received::what).distinct())
                                .hasSize(20));
        assertThat(taken.stream().map(Received::what).distinct().toList())
                .isEqualTo(events.stream()
                        .map(event -> "RESERVATION_PAID "
                                + ((OrderPaid) event.getPayload()).orderId().value())
                        .toList());
    }

    @Test
    void givenAReservationThatIsRefused_whenRetriedByAnOperator_thenItAndWhatFollowedAreTaken() {
        answer = received -> received.what().endsWith(" bad") ? 422 : 200;
        querySide.store(List.of(paid("bad", seat()), paid("good", seat()), refunded("bad")));

        awaitTaken("RESERVATION_PAID good");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(querySide.deadLetters("reservation-export")).isEqualTo(2));

        answer = received -> 200;
        querySide
                .bean("viewDeadLetters", DeadLetterSource.class)
                .retry("reservation-export", System.nanoTime() + PATIENCE.toNanos());

        awaitTaken("RESERVATION_PAID good", "RESERVATION_PAID bad", "RESERVATION_REFUNDED bad");
        assertThat(querySide.deadLetters("reservation-export")).isZero();
    }
}
