package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The negative controls of what is asserted about a date's history. */
class DateHistoryTest {

    private static final List<String> SOUND = List.of(
            event("DateOpened", "\"limitPerUser\":2"),
            event("SeatsHeld", of("a", "anna") + ",\"seats\":[{\"seat\":1},{\"seat\":2}]"),
            event("SeatsRefused", of("b", "ben") + ",\"seats\":[2],\"reason\":\"SEAT_TAKEN\""),
            event("SeatsHeld", of("c", "ben") + ",\"seats\":[{\"seat\":3}]"),
            event("SeatsSold", of("a", "anna") + ",\"seats\":[1,2]"),
            event("SeatsReleased", of("c", "ben") + ",\"seats\":[3]"));

    private static String of(String order, String user) {
        return "\"orderId\":\"" + order + "\",\"userId\":\"" + user + "\"";
    }

    private static String event(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"payload\":{" + payload + "}}";
    }

    private static DateHistory history(List<String> events) {
        List<JsonNode> read = events.stream().map(new JsonMapper()::readTree).toList();
        return new DateHistory(read).assertSound();
    }

    @Test
    void givenASoundHistory_whenAddedUp_thenItSaysWhoHasWhat() {
        DateHistory history = history(SOUND);

        assertThat(history.takenNow()).isEqualTo(Set.of(1, 2)).isEqualTo(history.soldNow());
        assertThat(history.ownerOf(1)).isEqualTo("a");
        assertThat(history.ownerOf(3)).isNull();
        assertThat(history.refusalOf("b")).containsExactly(2);
    }

    /** A second owner, above the limit, refused for a free seat, sold to another, released though sold, returned though not sold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SeatsHeld;d;ben;[{\"seat\":2}]",
                "SeatsHeld;d;anna;[{\"seat\":4}]",
                "SeatsRefused;d;ben;[4]",
                "SeatsSold;d;ben;[1]",
                "SeatsReleased;a;anna;[1,2]",
                "SeatsReturned;e;ben;[5]"
            })
    void givenAnUnsoundEvent_whenAddedUp_thenItIsNoticed(String more) {
        String[] parts = more.split(";", 4);
        List<String> events = new ArrayList<>(SOUND);
        events.add(event("SeatsHeld", of("e", "ben") + ",\"seats\":[{\"seat\":5}]"));
        assertThat(history(events).takenNow()).contains(5);

        events.add(event(parts[0], of(parts[1], parts[2]) + ",\"seats\":" + parts[3] + ",\"reason\":\"SEAT_TAKEN\""));

        assertThatThrownBy(() -> history(events)).isInstanceOf(AssertionError.class);
    }
}
