package io.firstcome.command.waitingroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.waitingroom.RoomEvent;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.Serializer;

/** What holds for every history. {@link RoomPropertiesControlTest} shows that these checks notice a fault. */
class RoomPropertiesTest {

    private static final int TRIES = 150;
    private static final AggregateModel<WaitingRoom> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(WaitingRoom.class);
    private static final Serializer EVENTS = Serializers.forEvents();
    private static final Serializer SNAPSHOTS = Serializers.forSnapshots(List.of());

    @Provide
    Arbitrary<RoomHistory> histories() {
        return RoomHistory.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheInvariantsHold(@ForAll("histories") RoomHistory history) {
        assertThat(RoomInvariants.violations(history, history.sentTo(new AxonRooms())))
                .isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenTheNaiveModelDecidesTheSame(
            @ForAll("histories") RoomHistory history, @ForAll @IntRange(max = RoomHistory.MAX_COMMANDS) int count) {
        assertThat(history.sentTo(new AxonRooms(), count)).isEqualTo(history.sentTo(new NaiveRoom()));
    }

    /** The order in which users wait is a part of the text. */
    @Property(tries = TRIES / 3, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenItsStoredEventsAreReplayed_thenTheRoomIsTheSame(
            @ForAll("histories") RoomHistory history, @ForAll @IntRange(max = 200) int count) {
        List<RoomEvent> events = history.sentTo(new AxonRooms()).stream()
                .flatMap(outcome -> outcome.events().stream())
                .toList();
        String replayed = json(replay(new WaitingRoom(), events));
        List<RoomEvent> first = events.subList(0, Math.min(count, events.size()));
        WaitingRoom read = SNAPSHOTS.deserialize(SNAPSHOTS.serialize(replay(new WaitingRoom(), first), String.class));

        assertThat(json(replay(new WaitingRoom(), stored(events)))).isEqualTo(replayed);
        assertThat(json(replay(read, events.subList(first.size(), events.size()))))
                .isEqualTo(replayed);
    }

    private static WaitingRoom replay(WaitingRoom room, List<RoomEvent> events) {
        events.forEach(event -> MODEL.publish(GenericEventMessage.asEventMessage(event), room));
        return room;
    }

    /** As they are when they are read from the store. */
    private static List<RoomEvent> stored(List<RoomEvent> events) {
        return events.stream()
                .<RoomEvent>map(event -> EVENTS.deserialize(EVENTS.serialize(event, String.class)))
                .toList();
    }

    private static String json(WaitingRoom room) {
        return SNAPSHOTS.serialize(room, String.class).getData();
    }
}
