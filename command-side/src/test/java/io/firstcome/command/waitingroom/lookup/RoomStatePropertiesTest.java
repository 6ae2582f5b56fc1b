package io.firstcome.command.waitingroom.lookup;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.IDLE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.waitingroom.lookup.RoomHistory.Action;
import io.firstcome.command.waitingroom.lookup.RoomHistory.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After any history, what everybody sees of a room is what lists would say. */
class RoomStatePropertiesTest {

    @Provide
    Arbitrary<List<Step>> histories() {
        return RoomHistory.any();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenAskedAfterEachEvent_thenTheNaiveModelSaysTheSame(
            @ForAll("histories") List<Step> steps, @ForAll boolean shuffled) {
        RoomHistory history = new RoomHistory(shuffled);
        for (Step step : steps) {
            history.take(step);
            assertSame(history, Duration.ZERO);
        }
        Stream.of(Duration.ofSeconds(61), IDLE, Duration.ofHours(1)).forEach(later -> assertSame(history, later));
    }

    private static void assertSame(RoomHistory history, Duration later) {
        assertThat(history.answers(later, NOW)).isEqualTo(history.expected(later, NOW));
        assertThat(history.answers(later, history.now())).isEqualTo(history.expected(later, history.now()));
    }

    /** The control: a state that has missed one event is told from the model by the same questions, whatever the event. */
    @ParameterizedTest
    @EnumSource
    void givenStateThatMissedAnEvent_whenCompared_thenTheModelDiffers(Action missed) {
        RoomHistory history = new RoomHistory(true);
        history.take(new Step(Action.ENTER, 0, 70));
        if (missed != Action.SEE) {
            // Else the room is to be looked at all the same, because they wait.
            history.take(new Step(Action.ENTER, 1, 0));
            history.take(new Step(Action.ENTER, 2, 0));
        }
        if (missed != Action.OPEN) {
            history.take(new Step(Action.OPEN, 0, 0));
            history.take(new Step(Action.ADMIT, 0, 0));
        }
        int admitted = history.naive.active().stream()
                .map(visit -> RoomHistory.USERS.indexOf(visit.user))
                .findFirst()
                .orElse(0);
        assertSame(history, IDLE);

        Step step = new Step(missed, missed == Action.ENTER ? 5 : admitted, 3);
        assertThat(history.next(step)).as("it happens").isNotNull();

        assertThat(history.answers(IDLE.minusSeconds(1), NOW))
                .isNotEqualTo(history.expected(IDLE.minusSeconds(1), NOW));
    }
}
