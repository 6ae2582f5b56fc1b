package io.firstcome.axon.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tail tells of events that a follower has not read yet. */
class EventTailAheadTest {

    private final EventTail tail = new MemoryEvents().tail;

    @AfterEach
    void close() {
        tail.close();
    }

    private static boolean isText(TrackedEventMessage<?> event) {
        return event.getPayload() instanceof String;
    }

    private static boolean isNumber(TrackedEventMessage<?> event) {
        return event.getPayload() instanceof Long;
    }

    private static Commit commit(long first, Object... payloads) {
        List<Entry> entries = new ArrayList<>();
        for (Object payload : payloads) {
            long position = first + entries.size();
            entries.add(new Entry(
                    position,
                    List.of(new GenericTrackedEventMessage<>(
                            new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage(payload)))));
        }
        return new Commit(first, () -> entries);
    }

    @Test
    void givenEventsAfterAPosition_whenAskedForAType_thenItTellsWhetherOneIsToCome() {
        tail.open(0, event -> true, Duration.ofMillis(1));
        tail.committed(List.of(commit(1, 1L, "two", 3L)));
        await().until(() -> tail.reach() == 3);

        assertThat(tail.hasAfter(0, EventTailAheadTest::isText)).isTrue();
        assertThat(tail.hasAfter(1, EventTailAheadTest::isText)).isTrue();
        assertThat(tail.hasAfter(2, EventTailAheadTest::isText)).isFalse();
        assertThat(tail.hasAfter(2, EventTailAheadTest::isNumber)).isTrue();
        assertThat(tail.hasAfter(3, EventTailAheadTest::isNumber)).isFalse();
    }

    @Test
    void givenACommitThatIsNotTakenYet_whenAskedForItsType_thenItIsToCome() {
        tail.open(0, event -> true, Duration.ofMillis(1));
        tail.committed(List.of(commit(3, "three")));

        assertThat(tail.hasAfter(0, EventTailAheadTest::isText)).isTrue();
        assertThat(tail.hasAfter(3, EventTailAheadTest::isText)).isFalse();
        assertThat(tail.hasAfter(0, EventTailAheadTest::isNumber)).isFalse();
    }

    @Test
    void givenEventsThatHaveLeftTheTail_whenAskedForThem_thenNothingIsKnownToCome() {
        tail.open(0, event -> true, Duration.ofMillis(1));
        Object[] many = new Object[10_000];
        Arrays.fill(many, "one of many");
        tail.committed(List.of(commit(1, many)));
        await().until(() -> tail.reach() == many.length);

        assertThat(tail.hasAfter(0, EventTailAheadTest::isText)).isFalse();
        assertThat(tail.hasAfter(many.length - 1, EventTailAheadTest::isText)).isTrue();
    }
}
