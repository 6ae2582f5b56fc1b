package io.firstcome.command.waitingroom.lookup;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.DATE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.PRODUCT;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.fifo;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.planned;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.protectionEnded;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.tail.Commit;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EntrySource;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import io.firstcome.events.waitingroom.RoomId;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

/** Every node knows the rooms: from the store, and then from the tail. */
class WaitingRoomsTest {

    private static final RoomId OTHER = new RoomId("drop-8");
    private static final String DIRECTORY = RoomDirectoryId.ALL.toString();

    private final MemoryRooms memory = new MemoryRooms();
    private final WaitingRooms rooms = memory.rooms();

    private Optional<Integer> waiting() {
        return rooms.read(ROOM, state -> state.summary().waiting());
    }

    @Test
    void givenNoRooms_whenAsked_thenNothingIsProtectedAndTheStoreIsReadOnce() {
        assertThat(rooms.of(COUPON)).isNull();
        assertThat(rooms.isAny()).isFalse();
        assertThat(rooms.open()).isEmpty();
        assertThat(memory.reads()).containsExactly(DIRECTORY + "@0");
    }

    @Test
    void givenPlannedRoom_whenAsked_thenAllThatItProtectsIsBehindIt() {
        memory.happened(planned(ROOM, fifo(null, COUPON, PRODUCT)), planned(OTHER, fifo(null, DATE)));

        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
        assertThat(rooms.of(PRODUCT)).isEqualTo(ROOM);
        assertThat(rooms.of(DATE)).isEqualTo(OTHER);
        assertThat(rooms.of(new ProtectedItem(ProtectedItem.Type.PRODUCT, COUPON.id())))
                .isNull();
        assertThat(rooms.isAny()).isTrue();
        assertThat(rooms.open()).containsExactly(ROOM, OTHER);
    }

    @Test
    void givenRoom_whenItsProtectionEnds_thenOnlyItsThingsAreOpenToAll() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()), planned(OTHER, fifo(null, DATE)));
        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
        memory.happened(protectionEnded(ROOM));

        assertThat(rooms.of(COUPON)).isNull();
        assertThat(rooms.of(DATE)).isEqualTo(OTHER);
        assertThat(rooms.open()).containsExactly(OTHER);
        assertThat(rooms.read(ROOM, RoomState::terms)).contains(terms());
        memory.happened(planned(new RoomId("drop-9"), terms()));
        assertThat(rooms.of(COUPON)).isEqualTo(new RoomId("drop-9"));
    }

    @Test
    void givenUnknownRoom_whenRead_thenItIsEmptyAndTheStoreIsNotAskedForIt() {
        memory.happened(planned(ROOM, terms()));

        assertThat(rooms.read(OTHER, RoomState::summary)).isEmpty();
        assertThat(rooms.read(OTHER, 5, RoomState::summary)).isEmpty();
        assertThat(rooms.version(OTHER)).isEmpty();
        assertThat(memory.reads()).containsExactly(DIRECTORY + "@0");
    }

    /** Nothing that a client has made up stays in memory: the room that comes later is read as any other. */
    @Test
    void givenUnknownRoomThatWasAskedFor_whenItIsMadeLater_thenItIsFound() {
        assertThat(waiting()).isEmpty();
        memory.happened(planned(ROOM, terms()));
        assertThat(waiting()).isEmpty();
        memory.happened(created(ROOM, terms()), opened(ROOM), entered(ROOM, ANNA, 1));

        assertThat(waiting()).contains(1);
    }

    @Test
    void givenPlannedRoom_whenItIsNotMadeYet_thenItIsEmptyAndItsThingsAreBehindIt() {
        memory.happened(planned(ROOM, terms()));

        assertThat(rooms.read(ROOM, RoomState::summary)).isEmpty();
        assertThat(rooms.version(ROOM)).contains(-1L);
        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
    }

    @Test
    void givenRoom_whenTheReadingFindsNothing_thenItIsEmpty() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()));

        assertThat(rooms.read(ROOM, state -> state.place("anna", NOW))).isEmpty();
    }

    @Test
    void givenRoomInMemory_whenTheTailTells_thenItIsNotReadAgain() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()));
        assertThat(waiting()).contains(0);
        memory.happened(opened(ROOM), "brewed", entered(ROOM, ANNA, 1));

        assertThat(waiting()).contains(1);
        assertThat(rooms.version(ROOM)).contains(2L);
        assertThat(memory.reads()).containsExactly(DIRECTORY + "@0", ROOM + "@0");
    }

    @Test
    void givenEventThatIsOnlyStored_whenReadAtLeastThatFar_thenItIsThere() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()));
        assertThat(waiting()).contains(0);
        memory.stored(entered(ROOM, ANNA, 1));

        assertThat(waiting()).contains(0);
        assertThat(rooms.read(ROOM, 1, state -> state.summary().waiting())).contains(1);
    }

    @Test
    void givenRoomThatWasMadeOnAnotherNode_whenItIsNotToldYet_thenItIsFoundInTheStore() {
        assertThat(rooms.find(ROOM, RoomState::terms)).isEmpty();
        memory.stored(planned(ROOM, terms()));
        assertThat(rooms.find(ROOM, RoomState::terms)).isEmpty();
        memory.stored(created(ROOM, terms()));

        assertThat(rooms.find(ROOM, RoomState::terms)).contains(terms());
        int reads = memory.reads().size();
        assertThat(rooms.find(ROOM, RoomState::terms)).contains(terms());
        assertThat(memory.reads()).hasSize(reads);
        memory.stored(entered(ROOM, ANNA, 1));
        assertThat(rooms.readStored(ROOM, state -> state.place("anna", NOW))).isPresent();
    }

    @Test
    void givenLostEvents_whenRead_thenRoomsAndDirectoryAreReadAgain() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()));
        assertThat(waiting()).contains(0);
        memory.stored(entered(ROOM, ANNA, 1));
        memory.stored(planned(OTHER, fifo(null, DATE)));
        rooms.lost();

        assertThat(rooms.of(DATE)).isEqualTo(OTHER);
        assertThat(waiting()).contains(1);
    }

    @Test
    void givenStoreThatIsAway_whenNothingWasLost_thenAllThatIsKnownIsShown() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()), opened(ROOM), entered(ROOM, ANNA, 1));
        assertThat(waiting()).contains(1);
        memory.failReads();

        assertThat(waiting()).contains(1);
        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
    }

    @Test
    void givenStoreThatIsAway_whenItHasToBeAsked_thenItFailsUntilItIsBack() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()));
        memory.fail();
        assertThatIllegalStateException().isThrownBy(() -> rooms.of(COUPON));
        assertThatException().isThrownBy(this::waiting);

        memory.recover();
        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
        assertThat(waiting()).contains(0);
    }

    /** The tail doubts all it has told as soon as the store can't be read. */
    @Test
    void givenStoreThatIsAway_whenTheTailDoubts_thenPlacesAreShownAsTheyWere() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()), opened(ROOM), entered(ROOM, ANNA, 1));
        assertThat(waiting()).contains(1);
        memory.fail();

        assertThat(waiting()).contains(1);
        assertThat(rooms.of(COUPON)).isEqualTo(ROOM);
    }

    @Test
    void givenRealTail_whenACommitIsTold_thenTheRoomsKnowIt() {
        MemoryStore store = new MemoryStore();
        StoreEnd source = new StoreEnd();
        try (EventTail tail = new EventTail(source)) {
            WaitingRooms followed = new WaitingRooms(store.events(), tail);
            assertThat(followed.isAny()).isFalse();
            DomainEventMessage<?> message = store.append(RoomDirectoryId.TYPE, DIRECTORY, planned(ROOM, terms()));
            Entry entry = new Entry(
                    1, List.of(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(1), message)));
            source.head = 1;
            tail.committed(List.of(new Commit(1, 1, () -> List.of(entry))));

            await().untilAsserted(() -> assertThat(followed.of(COUPON)).isEqualTo(ROOM));
            assertThat(store.reads()).containsExactly(DIRECTORY + "@0");
        }
    }

    /** Knows where the store ends. All entries come from this process. */
    private static final class StoreEnd implements EntrySource {

        private volatile long head;

        @Override
        public List<Entry> entriesAfter(long position) {
            return List.of();
        }

        @Override
        public long head() {
            return head;
        }

        @Override
        public boolean isOnlyOurs(long after) {
            return true;
        }
    }
}
