package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.events.waitingroom.Shuffle;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rooms from their creation to their end, and the places in them, over HTTP. */
class WaitingRoomIT {

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final RoomClient rooms = new RoomClient(shop);
    private final String first = SharedSystem.newName("first");
    private final String second = SharedSystem.newName("second");
    private final String third = SharedSystem.newName("third");
    private final String coupon = shop.newCoupon(100);

    private String newRoom(String more) {
        return rooms.newRoom("COUPON", coupon, more);
    }

    private String pausedRoom(String more) {
        String room = newRoom(more);
        rooms.pause(room);
        return room;
    }

    private void assertPosition(String room, String user, int position) {
        JsonNode place = rooms.place(room, user);
        assertThat(place.path("status").asString()).isEqualTo("WAITING");
        assertThat(place.path("position").asInt()).isEqualTo(position);
        assertThat(place.path("ahead").asInt()).isEqualTo(position - 1);
        assertThat(place.path("estimatedWaitSeconds").asLong()).isPositive();
        assertThat(place.path("pollAfterSeconds").asLong()).isPositive();
        assertThat(place.has("admission")).isFalse();
    }

    private static void assertRefused(Response response, int status, String code) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.code()).isEqualTo(code);
    }

    @Test
    void givenOnlyWhatIsRequired_whenCreated_thenTheAnswerNamesTheDefaults() {
        String room = SharedSystem.newName("room");

        Response created = shop.exchange(RoomClient.create(RoomClient.body(room, "COUPON", coupon, "")));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body())
                .contains("\"roomId\":\"" + room + "\"", "\"protects\":[" + RoomClient.item("COUPON", coupon) + "]")
                .contains("\"capacity\":50", "\"admitPerMinute\":600", "\"order\":\"FIFO\"")
                .contains("\"admissionMinutes\":60", "\"idleSeconds\":300");
        JsonNode open = await().atMost(RoomClient.SOON)
                .until(
                        () -> rooms.room(room),
                        view -> view.path("status").asString().equals("OPEN"));
        assertThat(open.path("waiting").asInt()).isZero();
        assertThat(open.path("active").asInt()).isZero();
        assertThat(open.path("admittedTotal").asInt()).isZero();
        assertThat(open.path("capacity").asInt()).isEqualTo(50);
    }

    @Test
    void givenNoId_whenCreated_thenTheServerChoosesOne() {
        String body = RoomClient.body("x", "COUPON", coupon, "").replace("\"roomId\":\"x\",", "");

        String room = ShopClient.field(shop.exchange(RoomClient.create(body)), "roomId");

        assertThat(room).isNotEmpty();
        assertThat(rooms.room(room).path("name").asString()).isEqualTo("test");
    }

    @Test
    void givenARoom_whenItsIdOrItsThingIsTakenAgain_thenRefusedUntilItIsClosed() {
        String room = newRoom("");
        String other = shop.newCoupon(1);
        Request sameThing = RoomClient.create(RoomClient.body(SharedSystem.newName("room"), "COUPON", coupon, ""));
        Request sameId = RoomClient.create(RoomClient.body(room, "COUPON", other, ""));
        Request oneOfTwo = RoomClient.create(RoomClient.body(SharedSystem.newName("room"), "COUPON", other, "")
                .replace("[{", "[" + RoomClient.item("COUPON", coupon) + ",{"));

        assertRefused(shop.exchange(sameId), 409, "ROOM_EXISTS");
        assertRefused(shop.exchange(sameThing), 409, "ALREADY_PROTECTED");
        assertRefused(shop.exchange(oneOfTwo), 409, "ALREADY_PROTECTED");

        assertThat(rooms.close(room).status()).isEqualTo(200);

        assertRefused(shop.exchange(sameId), 409, "ROOM_EXISTS");
        await().atMost(RoomClient.SOON)
                .untilAsserted(
                        () -> assertThat(shop.exchange(sameThing).status()).isEqualTo(201));
    }

    @Test
    void givenAnUnknownRoom_whenAnythingIsAsked_thenItIsNotFound() {
        for (Response response : List.of(
                rooms.enter("nowhere", first),
                rooms.leave("nowhere", first),
                rooms.me("nowhere", first),
                rooms.change("nowhere", "{\"capacity\":1}"),
                rooms.close("nowhere"),
                rooms.fairness("nowhere"),
                shop.exchange(Request.get(RoomClient.path("nowhere"), "")))) {
            assertRefused(response, 404, "ROOM_NOT_FOUND");
        }
    }

    @Test
    void givenWhoNeverEntered_whenTheirPlaceIsAskedForOrLeft_thenTheyAreNotInTheRoom() {
        String room = newRoom("");

        assertRefused(rooms.me(room, first), 404, "NOT_IN_ROOM");
        assertRefused(rooms.leave(room, first), 404, "NOT_IN_ROOM");
        assertRefused(rooms.fairness(room), 409, "ROOM_NOT_SHUFFLED");
    }

    @Test
    void givenThree_whenTheyEnterAndAskManyTimes_thenTheirPlacesStay() {
        String room = pausedRoom("");
        rooms.enterAll(room, first, second, third);

        for (int i = 0; i < 50; i++) {
            assertPosition(room, first, 1);
        }
        assertPosition(room, second, 2);
        Response again = rooms.enter(room, second);
        assertThat(again.status()).isEqualTo(200);
        assertThat(RoomClient.json(again).path("position").asInt()).isEqualTo(2);
        assertThat(rooms.room(room).path("waiting").asInt()).isEqualTo(3);

        assertThat(rooms.leave(room, first).body()).contains("\"status\":\"LEFT\"");

        assertPosition(room, second, 1);
        assertPosition(room, third, 2);
        assertThat(RoomClient.json(rooms.enter(room, first)).path("position").asInt())
                .as("who left is the last")
                .isEqualTo(3);
    }

    @Test
    void givenCapacityOfTwo_whenThreeEnter_thenTwoAreAdmittedAndTheThirdWhenThereAreThreePlaces() {
        String room = newRoom(",\"capacity\":2");
        rooms.enterAll(room, first, second, third);

        JsonNode place = rooms.awaitPlace(room, first, "ADMITTED");
        assertThat(place.path("position").asInt()).isZero();
        assertThat(Duration.between(time(place, "admittedAt"), time(place, "expiresAt")))
                .isEqualTo(Duration.ofMinutes(60));
        rooms.awaitPlace(room, second, "ADMITTED");
        await().during(Duration.ofSeconds(1)).untilAsserted(() -> assertPosition(room, third, 1));
        JsonNode view = rooms.room(room);
        assertThat(view.path("active").asInt()).isEqualTo(2);
        assertThat(view.path("waiting").asInt()).isEqualTo(1);
        assertThat(view.path("admittedTotal").asInt()).isEqualTo(2);
        assertThat(rooms.enter(room, first).body()).contains("\"status\":\"ADMITTED\"");

        Response changed = rooms.change(room, "{\"capacity\":3}");

        assertThat(changed.body()).contains("\"capacity\":3", "\"admitPerMinute\":600", "\"paused\":false");
        rooms.awaitPlace(room, third, "ADMITTED");
        assertThat(rooms.change(room, "{\"capacity\":1}").status()).isEqualTo(200);
        assertThat(rooms.admitted(room, List.of(first, second, third)))
                .as("nobody is sent back")
                .isEqualTo(3);
    }

    @Test
    void givenTwoAMinute_whenThreeEnter_thenTheThirdWaitsUntilMoreAreAllowed() {
        String room = newRoom(",\"admitPerMinute\":2");
        rooms.enterAll(room, first, second, third);

        rooms.awaitPlace(room, second, "ADMITTED");
        rooms.leave(room, first);
        await().during(Duration.ofSeconds(1)).untilAsserted(() -> assertPosition(room, third, 1));

        assertThat(rooms.change(room, "{\"admitPerMinute\":3}").status()).isEqualTo(200);
        rooms.awaitPlace(room, third, "ADMITTED");
    }

    @Test
    void givenAPause_whenItEnds_thenThoseWhoCameAreAdmitted() {
        String room = pausedRoom("");
        await().untilAsserted(() ->
                assertThat(rooms.room(room).path("status").asString()).isEqualTo("PAUSED"));
        rooms.enterAll(room, first, second);

        await().during(Duration.ofSeconds(1)).untilAsserted(() -> assertPosition(room, first, 1));
        rooms.goOn(room);

        rooms.awaitPlace(room, first, "ADMITTED");
        rooms.awaitPlace(room, second, "ADMITTED");
        assertThat(rooms.room(room).path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void givenAnOpening_whenEnteredBefore_thenAdmittedAtThatTimeAndNotBefore() {
        Instant opensAt = Instant.now().plusSeconds(5);
        String room = newRoom(",\"opensAt\":\"" + opensAt + "\"");

        rooms.enterAll(room, first);

        assertThat(rooms.room(room).path("status").asString()).isEqualTo("SCHEDULED");
        assertPosition(room, first, 1);
        JsonNode place = rooms.awaitPlace(room, first, "ADMITTED");
        assertThat(time(place, "admittedAt")).isAfterOrEqualTo(opensAt);
        assertThat(rooms.room(room).path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void givenAShuffledRoom_whenItOpens_thenAnybodyComputesTheOrderAgain() {
        String room = newRoom(",\"order\":\"SHUFFLE\",\"capacity\":1,\"opensAt\":\""
                + Instant.now().plusSeconds(5) + "\"");
        rooms.enterAll(room, first, second, third);
        String commitment =
                RoomClient.json(rooms.fairness(room)).path("commitment").asString();
        assertThat(rooms.fairness(room).body()).doesNotContain("seed", "entrants", "\"order\"");

        JsonNode opened = await().atMost(RoomClient.SOON)
                .until(() -> RoomClient.json(rooms.fairness(room)), view -> view.has("seed"));

        String seed = opened.path("seed").asString();
        List<String> entrants = List.of(first, second, third);
        assertThat(Shuffle.commitmentTo(seed)).isEqualTo(commitment);
        assertThat(RoomClient.names(opened.path("entrants"))).isEqualTo(entrants);
        assertThat(RoomClient.names(opened.path("order"))).isEqualTo(Shuffle.order(seed, entrants));
        for (String next : Shuffle.order(seed, entrants)) {
            rooms.awaitPlace(room, next, "ADMITTED");
            rooms.leave(room, next);
        }
    }

    @Test
    void givenOneAdmittedAndOneWaiting_whenClosed_thenBothPlacesEndAndAllMayBuy() {
        String room = newRoom(",\"capacity\":1");
        rooms.enterAll(room, first, second);
        rooms.awaitPlace(room, first, "ADMITTED");
        assertRefused(shop.exchange(SharedSystem.publish(coupon, third)), 403, "ADMISSION_REQUIRED");

        Response closed = rooms.close(room);

        assertThat(closed.body()).contains("\"status\":\"CLOSED\"", "\"closedAt\":");
        for (String user : List.of(first, second)) {
            assertThat(rooms.place(room, user).path("status").asString()).isEqualTo("DONE");
            assertThat(rooms.place(room, user).path("reason").asString()).isEqualTo("ROOM_CLOSED");
        }
        assertThat(shop.exchange(SharedSystem.publish(coupon, third)).status()).isEqualTo(201);
        assertThat(rooms.room(room).path("status").asString()).isEqualTo("CLOSED");
        assertRefused(rooms.enter(room, third), 409, "ROOM_CLOSED");
        assertRefused(rooms.change(room, "{\"capacity\":1}"), 409, "ROOM_CLOSED");
        assertRefused(rooms.close(room), 409, "ROOM_CLOSED");
        assertRefused(rooms.leave(room, first), 404, "NOT_IN_ROOM");
    }

    @Test
    void givenAnEntryUnderAKey_whenRepeatedAfterTheAdmission_thenThereIsStillOnePlace() {
        String room = pausedRoom(",\"capacity\":1");
        Request enter = RoomClient.keyed(
                SharedSystem.newName("key"),
                Request.post(RoomClient.path(room) + "/enter", ShopClient.token(first), ""));
        Response entered = shop.exchange(enter);
        rooms.goOn(room);
        rooms.awaitPlace(room, first, "ADMITTED");

        Response again = shop.exchange(enter);

        assertThat(Stream.of(entered, again).map(Response::status)).containsExactly(201, 201);
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(again.headers()).containsEntry("etag", entered.headers().get("etag"));
        assertThat(rooms.room(room).path("active").asInt()).isEqualTo(1);
        assertThat(rooms.room(room).path("waiting").asInt()).isZero();
    }

    private static Instant time(JsonNode place, String field) {
        return Instant.parse(place.path(field).asString());
    }
}
