package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who comes before a shuffled room opens is let in in an order that anybody can compute again; who comes later, behind them. */
class FairnessIT {

    private static final int EARLY = 200;
    private static final int LATE = 50;
    private static final int CONNECTIONS = 16;
    private static final Duration UNTIL_OPEN = Duration.ofSeconds(10);

    private final StandaloneProcess system = SharedSystem.get();
    private final String prefix = SharedSystem.newName("fair");

    @Test
    void givenAShuffledRoom_whenItOpens_thenTheOrderIsTheOneThatWasCommittedTo() {
        Instant opensAt = Instant.now().plus(UNTIL_OPEN);
        CouponRoom room = CouponRoom.newRoom(
                system.port(),
                EARLY + LATE,
                ",\"order\":\"SHUFFLE\",\"capacity\":1000,\"admitPerMinute\":1000,\"opensAt\":\"" + opensAt + "\"");
        // So that the late ones come before anybody is let in.
        room.change("\"paused\":true");
        enter(room, 0, EARLY);
        assertThat(room.state().get("status").asString()).isEqualTo("SCHEDULED");
        JsonNode before = room.fairness();
        assertThat(before.propertyNames()).isEqualTo(Set.of("commitment"));
        String commitment = before.get("commitment").asString();

        Awaitility.await()
                .atMost(UNTIL_OPEN.plusSeconds(20))
                .until(() -> room.state().get("status").asString().equals("PAUSED"));
        assertThat(Instant.now()).isAfter(opensAt);
        enter(room, EARLY, LATE);

        JsonNode after = room.fairness();
        List<String> order = assertFair(after, commitment);
        List<String> all = new ArrayList<>(order);
        all.addAll(lateInOrderOfEntry(room));
        assertThat(toldPositions(room)).isEqualTo(all);
        room.change("\"paused\":false");
        room.awaitState("admittedTotal", EARLY + LATE);
        assertThat(RoomHistory.of(new ObservedState(system), room.room())
                        .assertSound()
                        .admitted())
                .isEqualTo(all);
        assertThat(room.fairness()).isEqualTo(after);
    }

    private void enter(CouponRoom room, int from, int count) {
        Load.Result entered =
                Load.run(system.port(), CONNECTIONS, count, number -> room.enter(prefix + "-" + (from + number)));
        assertThat(entered.count(201)).isEqualTo(count);
    }

    /** As somebody outside would do it, by what is told and by nothing else. */
    private List<String> assertFair(JsonNode told, String commitment) {
        assertThat(told.get("commitment").asString()).isEqualTo(commitment);
        String seed = told.get("seed").asString();
        assertThat(RoomHistory.sha256(seed)).isEqualTo(commitment);
        List<String> entrants = texts(told.get("entrants"));
        assertThat(entrants)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, EARLY)
                        .mapToObj(number -> prefix + "-" + number)
                        .toList());
        List<String> computed = entrants.stream()
                .sorted(Comparator.comparing(user -> RoomHistory.sha256(seed + ":" + user)))
                .toList();
        assertThat(texts(told.get("order"))).isEqualTo(computed).isNotEqualTo(entrants);
        return computed;
    }

    private List<String> lateInOrderOfEntry(CouponRoom room) {
        List<String> entered = RoomHistory.of(new ObservedState(system), room.room())
                .assertSound()
                .entered();
        return entered.subList(EARLY, EARLY + LATE);
    }

    /** Who is told which position, the first one first. */
    private List<String> toldPositions(CouponRoom room) {
        TreeMap<Integer, String> users = new TreeMap<>();
        for (int number = 0; number < EARLY + LATE; number++) {
            String user = prefix + "-" + number;
            users.put(room.place(user).get("position").asInt(), user);
        }
        assertThat(users.firstKey()).isEqualTo(1);
        assertThat(users.lastKey()).isEqualTo(EARLY + LATE);
        return List.copyOf(users.values());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
