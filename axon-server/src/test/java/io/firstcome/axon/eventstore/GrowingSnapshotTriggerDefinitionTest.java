package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.junit.jupiter.api.Test;

class GrowingSnapshotTriggerDefinitionTest {

    private static final int FLOOR = 100;

    private final List<String> grown = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private final GrowingSnapshotTriggerDefinition definition =
            new GrowingSnapshotTriggerDefinition((type, id) -> grown.add(id), FLOOR, (type, id) -> loaded.add(id));

    @Test
    void givenAShortHistory_whenLoaded_thenNothingIsMade() {
        load(0, 15);

        assertThat(loaded).isEmpty();
        assertThat(grown).isEmpty();
    }

    @Test
    void givenSixteenEvents_whenLoaded_thenASnapshotIsAskedForOnce() {
        load(0, 16);

        assertThat(loaded).containsExactly("coupon:a");
        assertThat(grown).isEmpty();
    }

    @Test
    void givenALongHistory_whenLessThanATenthIsRead_thenNothingIsMade() {
        load(10_000, 10_050);

        assertThat(loaded).isEmpty();
    }

    @Test
    void givenItStaysInMemory_whenMoreAndMoreHappens_thenASnapshotIsMadeAtTheFloorOnly() {
        SnapshotTrigger trigger = load(0, 1);

        handle(trigger, 1, 99);
        assertThat(grown).isEmpty();
        handle(trigger, 99, 100);

        assertThat(grown).containsExactly("coupon:a");
        assertThat(loaded).isEmpty();
    }

    private SnapshotTrigger load(long from, long to) {
        SnapshotTrigger trigger = definition.prepareTrigger(String.class);
        handle(trigger, from, to);
        trigger.initializationFinished();
        return trigger;
    }

    private static void handle(SnapshotTrigger trigger, long from, long to) {
        for (long number = from; number < to; number++) {
            trigger.eventHandled(new GenericDomainEventMessage<>("coupon", "coupon:a", number, "event"));
        }
    }
}
