package io.firstcome.query.concert;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.concert.Grade;
import io.firstcome.web.json.ApiJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The seats in parts that are copied when they change. */
class SeatMapTest {

    private static final int SEATS = 1_000;
    private static final List<Grade> GRADES =
            List.of(new Grade("VIP", 20_000, 1, 300), new Grade("REST", 1, 301, SEATS));

    private static final List<SeatStatus> STATUSES = List.of(SeatStatus.values());

    private record Seen(SeatStates states, Map<Integer, SeatStatus> expected) {}

    /** What was handed out before does not change, and each says what happened up to it. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void givenAnyChanges_whenReadAtAnyTime_thenEachSeatIsAsItWasLastSet(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Integer, SeatStatus> expected = new HashMap<>();
        SeatStates states = SeatStates.free(GRADES);
        List<Seen> seen = new ArrayList<>();
        for (int version = 1; version <= 50; version++) {
            List<Integer> numbers =
                    random.ints(1, SEATS + 1).distinct().limit(3).boxed().toList();
            SeatStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
            states = states.with(numbers, status, version);
            numbers.forEach(number -> expected.put(number, status));
            seen.add(new Seen(states, Map.copyOf(expected)));
            assertThat(states.since(version - 1L, seat -> true).stream().map(SeatView::seat))
                    .containsExactlyInAnyOrderElementsOf(numbers);
        }
        seen.forEach(each -> assertThat(each.states().since(-1, seat -> true))
                .hasSize(SEATS)
                .allMatch(seat -> seat.status() == each.expected().getOrDefault(seat.seat(), SeatStatus.AVAILABLE)));
    }

    /** The JSON of the parts is kept: it must be that of the seats as they are now, also when it was asked for before a change. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void givenAnyChanges_whenAllSeatsAreWritten_thenTheirJsonIsThatOfEachSeat(@ForAll long seed) {
        Random random = new Random(seed);
        SeatStates states = SeatStates.free(GRADES);
        for (int version = 1; version <= 20; version++) {
            SeatMapView written = new SeatMapView(states.all(), version);

            assertThat(json(written)).isEqualTo(json(new SeatMapView(List.copyOf(states.all()), version)));

            states = states.with(List.of(version * 50 - random.nextInt(50)), STATUSES.get(1 + version % 2), version);
            assertThat(json(new SeatMapView(states.all(), version))).isNotEqualTo(json(written));
            assertThat(states.all()).isEqualTo(states.since(-1, seat -> true));
        }
    }

    private static String json(SeatMapView view) {
        return new String(ApiJson.bytes(view), StandardCharsets.UTF_8);
    }

    /** Else a date of many seats would cost more for each event. */
    @Test
    void givenAChange_whenTaken_thenWhatIsFarFromItIsShared() {
        SeatStates before = SeatStates.free(GRADES);
        SeatStates after = before.with(List.of(1), SeatStatus.SOLD, 1);

        assertThat(after.seat(1).status()).isEqualTo(SeatStatus.SOLD);
        assertThat(before.seat(1).status()).isEqualTo(SeatStatus.AVAILABLE);
        assertThat(after.seat(SEATS)).isSameAs(before.seat(SEATS));
    }
}
