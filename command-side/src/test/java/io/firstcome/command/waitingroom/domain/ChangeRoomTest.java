package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.PLENTY;
import static io.firstcome.command.waitingroom.domain.TestRoom.admit;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.change;
import static io.firstcome.command.waitingroom.domain.TestRoom.changed;
import static io.firstcome.command.waitingroom.domain.TestRoom.close;
import static io.firstcome.command.waitingroom.domain.TestRoom.closed;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;
import static io.firstcome.command.waitingroom.domain.TestRoom.rejection;

import io.firstcome.contract.RoomErrorCode;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many are let in, and the end of the room. */
class ChangeRoomTest {

    private static final TestRoom ROOM = TestRoom.of(5, 7);

    private final FixtureConfiguration<WaitingRoom> fixture = TestRoom.fixture();

    @ParameterizedTest
    @CsvSource({
        "9,,,        9,7,false",
        ",1,,        5,1,false",
        ",,true,     5,7,true",
        "9,1,true,   9,1,true",
        ",,false,    5,7,false",
        ",,,         5,7,false"
    })
    void givenRoom_whenPartsAreChanged_thenTheOthersAreAsTheyWere(
            @Nullable Integer capacity,
            @Nullable Integer perMinute,
            @Nullable Boolean paused,
            int newCapacity,
            int newPerMinute,
            boolean newPaused) {
        fixture.given(ROOM.created())
                .when(change(capacity, perMinute, paused))
                .expectResultMessagePayload(changed(newCapacity, newPerMinute, newPaused))
                .expectEvents(changed(newCapacity, newPerMinute, newPaused));
    }

    @Test
    void givenChangedRoom_whenAnotherPartIsChanged_thenTheFirstChangeStays() {
        fixture.given(ROOM.created(), opened(), changed(9, 1, true))
                .when(change(null, 3, null))
                .expectEvents(changed(9, 3, true));
        fixture.given(ROOM.created(), opened(), changed(9, 1, true))
                .when(change(null, null, false))
                .expectEvents(changed(9, 1, false));
    }

    @Test
    void givenChangedLimits_whenUsersAreLetIn_thenTheNewOnesHold() {
        List<?> past = List.of(
                TestRoom.of(1, 1).created(), opened(), entered("anna", 1), entered("ben", 2), entered("dan", 3));

        fixture.given(past)
                .andGiven(changed(2, 9, false))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW), admitted("ben", 2, NOW));
        fixture.given(past)
                .andGiven(changed(9, 2, false))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW), admitted("ben", 2, NOW));
    }

    static Stream<List<Object>> pasts() {
        return Stream.of(
                List.of(),
                List.of(opened()),
                List.of(changed(1, 1, true)),
                List.of(opened(), entered("anna", 1), entered("ben", 2), admitted("anna", 1, NOW)));
    }

    @ParameterizedTest
    @MethodSource("pasts")
    void givenRoom_whenClosed_thenOneEventEndsItAndAllPlaces(List<Object> past) {
        fixture.given(ROOM.created())
                .andGiven(past)
                .when(close())
                .expectResultMessagePayload(closed())
                .expectEvents(closed());
    }

    @Test
    void givenClosedRoom_whenChangedOrClosedAgain_thenItIsClosed() {
        fixture.given(ROOM.created(), opened(), closed())
                .when(change(9, null, null))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_CLOSED));
        fixture.given(ROOM.created(), opened(), closed())
                .when(close())
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_CLOSED));
    }

    @Test
    void givenNoRoom_whenChangedOrClosed_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(change(1, 1, true)).expectException(AggregateNotFoundException.class);
        fixture.givenNoPriorActivity().when(close()).expectException(AggregateNotFoundException.class);
    }
}
