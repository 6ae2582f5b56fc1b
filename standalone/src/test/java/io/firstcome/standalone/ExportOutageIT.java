package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data platform is away, or refuses, while people buy. {@code -Dfirstcome.outage.seconds} makes the outage longer. */
class ExportOutageIT {

    private static final Logger log = LoggerFactory.getLogger(ExportOutageIT.class);

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("firstcome.outage.seconds", 5));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUYERS = 8;
    private static final int SEATS = 20_000;
    private static final String EXPORT = "reservation-export";
    private static final String PAID = "RESERVATION_PAID";
    private static final String REFUNDED = "RESERVATION_REFUNDED";
    private static final JsonMapper JSON = new JsonMapper();

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String platform = system.address("Card gateway") + "/platform";
    private final String prefix = SharedSystem.newName("export");
    private final String date = shop.newDate(
            ",\"grades\":[{\"grade\":\"ALL\",\"price\":1000,\"from\":1,\"to\":" + SEATS + "}],\"limitPerUser\":4");

    @AfterEach
    void takeAgain() {
        answerWith(200);
        http.close();
    }

    private void retry() {
        Response retried =
                shop.exchange(Request.post("/api/v1/processor/" + EXPORT + "/retry", SharedSystem.OPERATOR, ""));
        assertThat(retried.status()).as(retried.body()).isEqualTo(200);
    }

    private void answerWith(int status) {
        ask("POST", "/answer", "{\"status\":" + status + "}");
    }

    private JsonNode ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the platform was told of these reservations, in order, for each. */
    private Map<String, List<String>> toldOf(List<String> reservations) {
        Map<String, List<String>> told = new HashMap<>();
        for (JsonNode item : ask("GET", "/reservation", "").path("items")) {
            told.computeIfAbsent(item.path("reservationId").asString(), id -> new ArrayList<>())
                    .add(item.path("type").asString());
        }
        told.keySet().retainAll(reservations);
        return told;
    }

    private JsonNode export() {
        return shop.get("/processor/" + EXPORT);
    }

    /** Reserves, pays, and cancels every second one. Returns its id. */
    private String buy(int number) {
        String user = prefix + "-" + number;
        shop.charge(user, 10_000);
        String reservation = shop.reserved(user, date, number + 1);
        Response paid = shop.exchange(ShopClient.payReservation(user, reservation));
        assertThat(paid.status()).as(paid.body()).isIn(201, 202);
        shop.awaitOrder(reservation, "PAID");
        if (isCancelled(number)) {
            Response cancelled = shop.exchange(
                    Request.post("/api/v1/reservation/" + reservation + "/cancel", ShopClient.token(user), ""));
            assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        }
        return reservation;
    }

    private static boolean isCancelled(int number) {
        return number % 2 == 1;
    }

    private static List<String> expected(int number) {
        return isCancelled(number) ? List.of(PAID, REFUNDED) : List.of(PAID);
    }

    @Test
    void givenBuyers_whenThePlatformIsAway_thenTheyBuyOnAndAfterwardsNothingIsMissingOrOutOfOrder() {
        answerWith(503);
        int kept = export().path("deadLetters").asInt();
        Instant end = Instant.now().plus(OUTAGE);
        Map<Integer, String> bought = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                all.add(buyers.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        int number = next.getAndIncrement();
                        bought.put(number, buy(number));
                    }
                }));
            }
            all.forEach(ExportOutageIT::join);
        }
        assertThat(export().path("deadLetters").asInt()).isEqualTo(kept);
        assertThat(export().path("error").asString("")).contains("does not take reservations");
        List<String> reservations = List.copyOf(bought.values());
        assertThat(toldOf(reservations)).isEmpty();

        answerWith(200);

        Instant back = Instant.now();
        assertTold(bought);
        log.info(
                "{} reservations in {}, all told {} after the platform was back",
                bought.size(),
                OUTAGE,
                Duration.between(back, Instant.now()));
        assertThat(export().path("deadLetters").asInt()).isEqualTo(kept);
    }

    @Test
    void givenReservationsThatThePlatformRefuses_whenRetriedByAnOperator_thenAllOfThemAreTakenInOrder() {
        answerWith(422);
        Map<Integer, String> refused = new HashMap<>();
        IntStream.range(0, 4).forEach(number -> refused.put(number, buy(number)));
        refused.forEach(
                (number, reservation) -> shop.awaitOrder(reservation, isCancelled(number) ? "REFUNDED" : "PAID"));
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
        // Two are paid; two are paid and given back. Whatever else follows in the history of an order is kept behind
        // it.
        assertThat(export().path("deadLetters").asInt()).isGreaterThanOrEqualTo(6);

        answerWith(200);

        assertTold(Map.of(4, buy(4)));
        assertThat(toldOf(List.copyOf(refused.values()))).isEmpty();

        retry();

        assertTold(refused);
        assertThat(export().path("deadLetters").asInt()).isZero();
    }

    private void assertTold(Map<Integer, String> bought) {
        Map<String, List<String>> expected = bought.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, entry -> expected(entry.getKey())));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(toldOf(List.copyOf(bought.values()))).isEqualTo(expected));
    }

    private static void join(Future<?> buyer) {
        try {
            buyer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A buyer could not buy", e);
        }
    }
}
