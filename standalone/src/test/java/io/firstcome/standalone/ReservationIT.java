package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Seats from their reservation to their payment and back, over HTTP. */
class ReservationIT {

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final String user = SharedSystem.newName("user");
    private final String date = shop.newDate();

    private Response reserve(String who, Integer... seats) {
        return shop.exchange(ShopClient.reserve(who, date, seats));
    }

    private JsonNode seat(int number) {
        return shop.seats(date).path(number - 1);
    }

    private void awaitSeat(int number, String status) {
        await().until(() -> seat(number).path("status").asString().equals(status));
    }

    private Response pay(String reservation) {
        return shop.exchange(ShopClient.payReservation(user, reservation));
    }

    private JsonNode awaitReservation(String reservation, String status) {
        return await().until(
                        () -> shop.get("/reservation/" + reservation),
                        view -> view.path("status").asString().equals(status));
    }

    @Test
    void givenFreeSeats_whenReservedPaidAndCancelled_thenTheyAreTheUsersAndThenFree() {
        shop.charge(user, 100_000);
        Response reserved = reserve(user, 7, 11);
        assertThat(reserved.status()).as(reserved.body()).isEqualTo(201);
        assertThat(reserved.body())
                .contains("\"status\":\"HELD\"", "\"amount\":35000", "{\"seat\":7,\"grade\":\"VIP\",\"price\":20000}");
        String reservation = ShopClient.field(reserved, "reservationId");
        awaitSeat(7, "HELD");

        assertThat(pay(reservation).status()).isEqualTo(201);

        JsonNode paid = awaitReservation(reservation, "PAID");
        assertThat(paid.path("paid").asLong()).isEqualTo(35_000);
        assertThat(paid.path("seats").toString()).contains("\"grade\":\"PREMIUM\"");
        awaitSeat(7, "SOLD");
        awaitSeat(11, "SOLD");
        shop.awaitBalance(user, 65_000);

        Response cancelled = shop.exchange(
                Request.post("/api/v1/reservation/" + reservation + "/cancel", ShopClient.token(user), ""));
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);

        awaitReservation(reservation, "REFUNDED");
        awaitSeat(7, "AVAILABLE");
        awaitSeat(11, "AVAILABLE");
        shop.awaitBalance(user, 100_000);
        assertThat(shop.get("/user/" + user + "/reservation")
                        .path("items")
                        .path(0)
                        .path("reservationId")
                        .asString())
                .isEqualTo(reservation);
    }

    @Test
    void givenATakenSeat_whenReservedWithFreeOnes_thenNoneIsHeldAndTheTakenOneIsNamed() {
        String reservation = shop.reserved(user, date, 20);
        String other = SharedSystem.newName("other");

        Response refused = reserve(other, 19, 20, 21);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SEAT_TAKEN");
        assertThat(refused.body()).contains("\"seats\":[20]");
        assertThat(seat(19).path("status").asString()).isEqualTo("AVAILABLE");
        awaitReservation(reservation, "HELD");
        assertThat(reserve(other, 51).code()).isEqualTo("SEAT_NOT_FOUND");
        assertThat(reserve(other, 1, 1).code()).isEqualTo("INVALID_REQUEST");
        assertThat(reserve(other, 1, 2, 3, 4, 5).code()).isEqualTo("LIMIT_PER_USER");
    }

    @Test
    void givenOneSeat_whenManyWantItAtOnce_thenExactlyOneHasIt() throws InterruptedException, ExecutionException {
        List<Callable<Response>> wishes = IntStream.range(0, 40)
                .<Callable<Response>>mapToObj(number -> () -> reserve(user + "-" + number, 33, 34 + number % 2))
                .toList();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> answer : threads.invokeAll(wishes)) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(Set.copyOf(statuses)).isEqualTo(Set.of(201, 409));
        awaitSeat(33, "HELD");
        JsonNode items = shop.get("/concert/" + date + "/date/" + date + "/seat?status=HELD")
                .path("items");
        assertThat(StreamSupport.stream(items.spliterator(), false)).hasSize(2);
    }

    @Test
    void givenAnUnknownDateOrAnothersConcert_whenReserved_thenTheDateIsNotFound() {
        String body = ShopClient.reservationBody(user, date, 1);

        for (String wrong : List.of(
                body.replace("\"dateId\":\"" + date, "\"dateId\":\"nowhere"),
                body.replace("\"concertId\":\"" + date, "\"concertId\":\"nowhere"))) {
            Response refused = shop.exchange(Request.post("/api/v1/reservation", ShopClient.token(user), wrong));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("DATE_NOT_FOUND");
        }
    }
}
