package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A date's history as an auditor reads it, added up by hand: at every event a seat has one owner, and nobody has too many. */
final class DateHistory {

    private final List<JsonNode> events;
    private final Map<Integer, String> owners = new HashMap<>();
    private final Map<String, Integer> seatsOfUsers = new HashMap<>();
    private final Set<Integer> sold = new HashSet<>();
    private final Map<String, List<Integer>> refusals = new HashMap<>();
    private int limit;

    DateHistory(List<JsonNode> events) {
        this.events = events;
    }

    static DateHistory of(ObservedState truth, String date) {
        return new DateHistory(truth.events("concert-date", date));
    }

    /** Adds up all events, checking after each. */
    DateHistory assertSound() {
        assertThat(events).isNotEmpty();
        events.forEach(event -> apply(event.get("type").asString(), event.get("payload")));
        return this;
    }

    /** The order that has the seat now; null: it is free. */
    @Nullable
    String ownerOf(int seat) {
        return owners.get(seat);
    }

    Set<Integer> takenNow() {
        return Set.copyOf(owners.keySet());
    }

    Set<Integer> soldNow() {
        return Set.copyOf(sold);
    }

    /** The seats that were the reason why that order was refused. */
    List<Integer> refusalOf(String order) {
        return refusals.getOrDefault(order, List.of());
    }

    private void apply(String type, JsonNode payload) {
        String order = payload.path("orderId").asString("");
        String user = payload.path("userId").asString("");
        List<Integer> seats = seatsOf(payload);
        switch (type) {
            case "DateOpened" -> limit = payload.get("limitPerUser").asInt();
            case "SeatsHeld" -> {
                seats.forEach(seat -> assertThat(owners.put(seat, order))
                        .as("who had seat %d, which %s is given", seat, order)
                        .isNull());
                assertThat(seatsOfUsers.merge(user, seats.size(), Integer::sum))
                        .as("seats of %s", user)
                        .isLessThanOrEqualTo(limit);
            }
            case "SeatsRefused" -> {
                if (payload.get("reason").asString().equals("SEAT_TAKEN")) {
                    assertThat(owners.keySet())
                            .as("refused because they are taken")
                            .containsAll(seats);
                }
                refusals.put(order, seats);
            }
            case "SeatsSold" -> {
                assertOwned(order, seats);
                sold.addAll(seats);
            }
            case "SeatsReleased", "SeatsReturned" -> {
                assertOwned(order, seats);
                seats.forEach(seat -> {
                    assertThat(sold.remove(seat))
                            .as("%s of seat %d, sold", type, seat)
                            .isEqualTo(type.equals("SeatsReturned"));
                    owners.remove(seat);
                });
                seatsOfUsers.merge(user, -seats.size(), Integer::sum);
            }
            default -> assertThat(type).isIn("DateOpened", "SeatsHeld");
        }
    }

    private void assertOwned(String order, List<Integer> seats) {
        seats.forEach(seat ->
                assertThat(owners.get(seat)).as("the owner of seat %d", seat).isEqualTo(order));
    }

    private static List<Integer> seatsOf(JsonNode payload) {
        return payload.path("seats")
                .valueStream()
                .map(seat -> seat.isObject() ? seat.get("seat").asInt() : seat.asInt())
                .toList();
    }
}
