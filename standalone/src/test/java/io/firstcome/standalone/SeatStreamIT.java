package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seats of a date as server-sent events, through all filters. */
@Timeout(60)
class SeatStreamIT {

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final String user = SharedSystem.newName("user");
    private final String date = shop.newDate();

    /** Anybody may listen; a token does no harm. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAListener_whenASeatIsHeldAndGivenBack_thenItIsToldWithAVersion(boolean token) throws Exception {
        Map<String, String> headers = token ? Map.of("Authorization", "Bearer " + ShopClient.token(user)) : Map.of();
        try (EventStream stream = EventStream.open(system, path(), headers)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("text/event-stream");

            String reservation = shop.reserved(user, date, 7);
            EventStream.Event held = stream.next();
            shop.exchange(Request.post("/api/v1/reservation/" + reservation + "/cancel", ShopClient.token(user), ""));
            EventStream.Event free = stream.next();

            assertThat(held.name()).isEqualTo("seats");
            assertThat(held.data().toString())
                    .isEqualTo("{\"items\":[{\"seat\":7,\"grade\":\"VIP\",\"price\":20000,\"status\":\"HELD\"}],"
                            + "\"version\":" + held.id() + "}");
            assertThat(free.data().toString()).contains("\"seat\":7", "\"status\":\"AVAILABLE\"");
            assertThat(free.id()).isGreaterThan(held.id());
        }
    }

    @Test
    void givenALostConnection_whenOpenedAgainWithTheLastId_thenAllThatWasMissedComesAtOnce() throws Exception {
        long known;
        try (EventStream stream = EventStream.open(system, path(), Map.of())) {
            shop.reserved(user, date, 1);
            known = stream.next().id();
        }
        shop.reserved(user, date, 2);
        shop.reserved(user, date, 3);
        shop.get("/concert/" + date + "/date/" + date + "/seat?minVersion=" + (known + 2));

        Map<String, String> last = Map.of("Last-Event-ID", Long.toString(known));
        try (EventStream stream = EventStream.open(system, path(), last)) {
            EventStream.Event missed = stream.next();
            assertThat(missed.seats()).containsExactly(2, 3);
            assertThat(missed.id()).isEqualTo(known + 2);
        }
        try (EventStream stream = EventStream.open(system, path() + "?since=" + known, Map.of())) {
            assertThat(stream.next().seats()).containsExactly(2, 3);
        }
    }

    @Test
    void givenManyChanges_whenListening_thenTheyAreToldInAFewEventsAndNoneIsMissing() throws Exception {
        int seats = 40;
        try (EventStream stream = EventStream.open(system, path(), Map.of())) {
            long begin = System.nanoTime();
            IntStream.rangeClosed(1, seats).forEach(seat -> shop.reserved(user + "-" + seat, date, seat));

            Set<Integer> told = new TreeSet<>();
            int events = 0;
            while (told.size() < seats) {
                told.addAll(stream.next().seats());
                events++;
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            assertThat(told).hasSize(seats);
            assertThat((double) events).as("events in %.1f s", elapsed).isLessThanOrEqualTo(5 * elapsed + 1);
        }
    }

    @Test
    void givenWhatCannotBeStreamed_whenAskedFor_thenAProblemInJson() {
        Map<String, String> sse = Map.of("Accept", "text/event-stream");
        Response unknown = shop.exchange(Request.of("GET", path().replace(date, "nowhere"), "", sse, ""));
        Response invalid = shop.exchange(
                Request.of("GET", path(), "", Map.of("Accept", "text/event-stream", "Last-Event-ID", "yesterday"), ""));
        Response json = shop.exchange(Request.of("GET", path(), "", Map.of("Accept", "application/json"), ""));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("DATE_NOT_FOUND");
        assertThat(unknown.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(json.status()).isEqualTo(406);
    }

    private String path() {
        return "/api/v1/concert/" + date + "/date/" + date + "/seat/stream";
    }
}
