package io.firstcome.query.concert;

import static io.firstcome.query.ConcertTestData.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.ConcertTestData;
import io.firstcome.query.Http;
import io.firstcome.query.QuerySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Concerts, dates and seats as people see them, from memory and from MySQL. */
class ConcertViewIT {

    private static QuerySide querySide;
    private static QuerySide withoutMemory;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        Map<String, Object> same =
                Map.of("spring.datasource.url", querySide.property("spring.datasource.url"), "firstcome.near.size", 0);
        withoutMemory = QuerySide.startWithHttp(same);
    }

    @AfterAll
    static void stop() {
        withoutMemory.close();
        querySide.close();
    }

    private static Http.Answer get(QuerySide side, String path) {
        return new Http(side.port()).get("/api/v1/concert" + path);
    }

    private static JsonNode seats(QuerySide side, String id, String parameters) {
        Http.Answer answer = get(side, "/" + id + "/date/" + id + "/seat" + parameters);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static QuerySide side(boolean memory) {
        return memory ? querySide : withoutMemory;
    }

    /** One seat is held, one sold, one came back twice. */
    private static void store(String id) {
        ConcertTestData data = new ConcertTestData(id, id, 3);
        List<DomainEventMessage<?>> events = new ArrayList<>(List.of(data.created(), data.opened()));
        events.add(data.held("o1", 1));
        events.add(data.held("o2", 2, 3));
        events.add(data.sold("o2", AT, 2, 3));
        events.add(data.refused("o3", 1));
        events.add(data.returned("o2", 2, 3));
        events.add(data.held("o4", 3));
        events.add(data.sold("o4", AT, 3));
        events.add(data.held("o5", 5));
        events.add(data.released("o5", 5));
        events.forEach(event -> querySide.store(List.of(event)));
        querySide.awaitCaughtUp();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenEvents_whenSeatsAreRead_thenEachHasItsStatus(boolean memory) {
        String id = "seats-" + memory;
        store(id);

        JsonNode all = seats(side(memory), id, "");

        assertThat(all.path("version").asLong()).isEqualTo(9);
        assertThat(all.path("items").toString()).isEqualTo("""
                [{"seat":1,"grade":"VIP","price":20000,"status":"HELD"},\
                {"seat":2,"grade":"VIP","price":20000,"status":"AVAILABLE"},\
                {"seat":3,"grade":"NORMAL","price":10000,"status":"SOLD"},\
                {"seat":4,"grade":"NORMAL","price":10000,"status":"AVAILABLE"},\
                {"seat":5,"grade":"NORMAL","price":10000,"status":"AVAILABLE"}]""");
        assertThat(numbers(seats(side(memory), id, "?status=AVAILABLE"))).containsExactly(2, 4, 5);
        assertThat(numbers(seats(side(memory), id, "?grade=VIP&status=HELD"))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAVersion_whenAskedForWhatChangedSince_thenThatIsAll(boolean memory) {
        String id = "since-" + memory;
        store(id);

        assertThat(numbers(seats(side(memory), id, "?since=0"))).containsExactly(1, 2, 3, 5);
        assertThat(numbers(seats(side(memory), id, "?since=1"))).containsExactly(2, 3, 5);
        assertThat(numbers(seats(side(memory), id, "?since=7"))).containsExactly(5);
        assertThat(numbers(seats(side(memory), id, "?since=9"))).isEmpty();
    }

    private static List<Integer> numbers(JsonNode seats) {
        List<Integer> numbers = new ArrayList<>();
        seats.path("items").forEach(seat -> numbers.add(seat.path("seat").asInt()));
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenADate_whenRead_thenItCountsItsSeats(boolean memory) {
        String id = "date-" + memory;
        store(id);

        JsonNode date = get(side(memory), "/" + id + "/date/" + id).body();

        assertThat(date.path("seats").asInt()).isEqualTo(5);
        assertThat(date.path("available").asInt()).isEqualTo(3);
        assertThat(date.path("status").asString()).isEqualTo("ON_SALE");
        assertThat(get(side(memory), "/" + id + "/date").body().path("items").path(0))
                .isEqualTo(date);
        assertThat(get(side(memory), "/" + id).body().path("title").asString()).isEqualTo("Concert " + id);
    }

    @Test
    void givenSoldOutDates_whenRanked_thenTheFastestIsFirstAndStaysSo() {
        sellOut("slow", 90);
        sellOut("fast", 30);
        ConcertTestData unsold = new ConcertTestData("unsold", "unsold", 1);
        querySide.store(List.of(unsold.created(), unsold.opened()));
        querySide.awaitCaughtUp();

        JsonNode items = get(querySide, "/ranking/sold-out").body().path("items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.path(0).path("dateId").asString()).isEqualTo("fast");
        assertThat(items.path(0).path("seconds").asDouble()).isEqualTo(30);
        assertThat(items.path(0).path("title").asString()).isEqualTo("Concert fast");
        assertThat(items.path(1).path("dateId").asString()).isEqualTo("slow");
        assertThat(get(querySide, "/fast/date/fast").body().path("status").asString())
                .isEqualTo("ON_SALE");
        assertThat(get(querySide, "/slow/date/slow").body().path("status").asString())
                .isEqualTo("SOLD_OUT");
    }

    /** The seats of the fast one come back later. */
    private static void sellOut(String id, int seconds) {
        ConcertTestData data = new ConcertTestData(id, id, 1);
        querySide.store(List.of(
                data.created(),
                data.opened(),
                data.held("a", 1),
                data.sold("a", AT, 1),
                data.held("b", 2, 3),
                data.sold("b", AT.plusSeconds(seconds), 2, 3)));
        if (id.equals("fast")) {
            querySide.store(List.of(data.returned("b", 2, 3)));
        }
    }

    @Test
    void givenViews_whenRebuiltFromNothing_thenTheyAreTheSame() {
        store("rebuilt");
        List<List<Map<String, Object>>> live = tables();

        querySide.rebuild("concert");
        querySide.rebuild("concert-date");
        querySide.awaitCaughtUp();

        assertThat(tables()).isEqualTo(live);
    }

    private static List<List<Map<String, Object>>> tables() {
        return List.of(querySide.rows("concert_view"), querySide.rows("date_view"), querySide.rows("seat_view"));
    }

    @Test
    void givenUnknownOnes_whenRead_thenTheyAreNotFound() {
        store("known");

        assertThat(get(querySide, "/nothing").code()).isEqualTo("CONCERT_NOT_FOUND");
        assertThat(get(querySide, "/nothing/date").body().path("items").size()).isZero();
        assertThat(get(querySide, "/nothing/date/known").code()).isEqualTo("DATE_NOT_FOUND");
        assertThat(get(querySide, "/known/date/nothing/seat").code()).isEqualTo("DATE_NOT_FOUND");
        assertThat(get(querySide, "/known/date/known/seat?seat=1").code()).isEqualTo("INVALID_REQUEST");
        assertThat(get(querySide, "/known/date/known/seat?status=FREE").code()).isEqualTo("INVALID_REQUEST");
    }
}
