package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The caller's place as server-sent events, through all filters. */
@Timeout(60)
class PlaceStreamIT {

    private static final Map<String, String> SSE = Map.of("Accept", "text/event-stream");

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final RoomClient rooms = new RoomClient(shop);
    private final String user = SharedSystem.newName("user");
    private final String other = SharedSystem.newName("other");

    private String pausedRoom(String more) {
        String room = rooms.newRoom("COUPON", shop.newCoupon(10), more);
        rooms.pause(room);
        rooms.enterAll(room, user);
        return room;
    }

    private static String path(String room) {
        return RoomClient.path(room) + "/me/stream";
    }

    private EventStream open(String room, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + ShopClient.token(user));
        return EventStream.open(system, path(room), headers);
    }

    private static String status(EventStream.Event event) {
        return event.data().path("status").asString();
    }

    private static EventStream.Event awaitStatus(EventStream stream, String status) throws IOException {
        EventStream.Event event = stream.next();
        while (!status(event).equals(status)) {
            event = stream.next();
        }
        return event;
    }

    @Test
    void givenAListener_whenAdmittedAndDone_thenEachIsToldWithAVersion() throws Exception {
        String room = pausedRoom("");
        try (EventStream stream = open(room, Map.of())) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("text/event-stream");
            EventStream.Event waiting = stream.next();
            assertThat(waiting.name()).isEqualTo("place");
            assertThat(waiting.data()).isEqualTo(rooms.place(room, user));
            assertThat(waiting.data().path("position").asInt()).isEqualTo(1);

            rooms.goOn(room);

            EventStream.Event admitted = awaitStatus(stream, "ADMITTED");
            assertThat(admitted.id()).isGreaterThan(waiting.id());
            assertThat(admitted.data()).isEqualTo(rooms.place(room, user));
            assertThat(admitted.data().path("admission").asString()).isNotEmpty();

            rooms.leave(room, user);

            EventStream.Event left = awaitStatus(stream, "LEFT");
            assertThat(left.id()).isGreaterThan(admitted.id());
            assertThat(left.data().has("admission")).isFalse();
        }
    }

    @Test
    void givenOthersInTheRoom_whenTheyComeAndGo_thenOnlyTheOwnPlaceIsTold() throws Exception {
        String room = rooms.newRoom("COUPON", shop.newCoupon(10), "");
        rooms.pause(room);
        rooms.enterAll(room, other, user);
        try (EventStream stream = open(room, Map.of())) {
            assertThat(stream.next().data().path("position").asInt()).isEqualTo(2);

            rooms.leave(room, other);

            EventStream.Event nearer = stream.next();
            assertThat(nearer.data().path("position").asInt()).isEqualTo(1);
            assertThat(nearer.data().path("userId").asString()).isEqualTo(user);
        }
    }

    /** So that proxies keep the connection. */
    @Test
    void givenAListener_whenNothingChanges_thenACommentFirstAndThePlaceAgainEveryFifteenSeconds() throws Exception {
        String room = pausedRoom("");
        try (EventStream stream = open(room, Map.of())) {
            assertThat(stream.line()).startsWith(":");
            EventStream.Event first = stream.next();
            long begin = System.nanoTime();

            EventStream.Event again = stream.next();

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(30));
            assertThat(again.data()).isEqualTo(first.data());
            assertThat(again.id()).isEqualTo(first.id());
        }
    }

    @Test
    void givenALostConnection_whenOpenedAgainWithTheLastId_thenWhatIsKnownIsNotToldAgain() throws Exception {
        String room = pausedRoom("");
        long known;
        try (EventStream stream = open(room, Map.of())) {
            known = stream.next().id();
        }
        Map<String, String> last = Map.of("Last-Event-ID", Long.toString(known));
        try (EventStream stream = open(room, last)) {
            assertThat(stream.line()).startsWith(":");

            rooms.goOn(room);

            EventStream.Event next = stream.next();
            assertThat(next.id()).isGreaterThan(known);
            assertThat(status(next).equals("ADMITTED") ? next : awaitStatus(stream, "ADMITTED"))
                    .isNotNull();
        }
        try (EventStream stream = open(room, last)) {
            assertThat(status(stream.next())).as("what was missed").isEqualTo("ADMITTED");
        }
    }

    /** Three times the idle time. */
    @Test
    void givenAnAdmittedListener_whenNothingElseIsAsked_thenThePlaceIsNotIdle() throws Exception {
        String room = pausedRoom(",\"idleSeconds\":5");
        try (EventStream stream = open(room, Map.of())) {
            rooms.goOn(room);
            EventStream.Event admitted = awaitStatus(stream, "ADMITTED");

            EventStream.Event after = stream.next();

            assertThat(status(after)).as(after.data().toString()).isEqualTo("ADMITTED");
            assertThat(after.data().path("admission")).isEqualTo(admitted.data().path("admission"));
        }
    }

    @Test
    void givenWhatCannotBeStreamed_whenAskedFor_thenAProblemInJson() {
        String room = pausedRoom("");
        String token = ShopClient.token(other);
        Response stranger = shop.exchange(Request.of("GET", path(room), token, SSE, ""));
        Response unknown = shop.exchange(Request.of("GET", path("nowhere"), token, SSE, ""));
        Response nobody = shop.exchange(Request.of("GET", path(room), "", SSE, ""));
        Response invalid = shop.exchange(Request.of(
                "GET",
                path(room),
                ShopClient.token(user),
                Map.of("Accept", "text/event-stream", "Last-Event-ID", "yesterday"),
                ""));
        Response json = shop.exchange(
                Request.of("GET", path(room), ShopClient.token(user), Map.of("Accept", "application/json"), ""));

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("NOT_IN_ROOM");
        assertThat(stranger.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("ROOM_NOT_FOUND");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(json.status()).isEqualTo(406);
    }

    @Test
    void givenHead_whenAsked_thenTheAnswerEnds() throws Exception {
        String room = pausedRoom("");
        HttpRequest head = HttpRequest.newBuilder(URI.create(system.baseUrl() + path(room)))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + ShopClient.token(user))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(20))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(head, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
        }
    }
}
