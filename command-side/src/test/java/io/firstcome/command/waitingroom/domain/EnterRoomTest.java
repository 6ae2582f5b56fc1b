package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.PLENTY;
import static io.firstcome.command.waitingroom.domain.TestRoom.admit;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.changed;
import static io.firstcome.command.waitingroom.domain.TestRoom.closed;
import static io.firstcome.command.waitingroom.domain.TestRoom.ended;
import static io.firstcome.command.waitingroom.domain.TestRoom.enter;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.leave;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;
import static io.firstcome.command.waitingroom.domain.TestRoom.rejection;
import static io.firstcome.command.waitingroom.domain.TestRoom.soldOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.PlaceEnd;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user has at most one place; who gives it up and comes again is the last. */
class EnterRoomTest {

    private static final TestRoom ROOM = TestRoom.of(10, 10);

    private final FixtureConfiguration<WaitingRoom> fixture = TestRoom.fixture();

    private TestExecutor<WaitingRoom> given(Object... more) {
        return fixture.given(ROOM.created()).andGiven(more);
    }

    static Stream<List<Object>> pastsOfAnEmptyRoom() {
        return Stream.of(
                List.of(), List.of(opened()), List.of(changed(10, 10, true)), List.of(opened(), changed(1, 1, true)));
    }

    /** Scheduled, open or paused. */
    @ParameterizedTest
    @MethodSource("pastsOfAnEmptyRoom")
    void givenRoomThatIsNotClosed_whenEntered_thenTheFirstWaits(List<Object> past) {
        given(past.toArray())
                .when(enter("anna"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(entered("anna", 1))
                .expectEvents(entered("anna", 1));
    }

    @Test
    void givenUsersWhoWait_whenAnotherEnters_thenTheNumbersGoOn() {
        given(opened(), entered("anna", 1), entered("ben", 2))
                .when(enter("Anna"))
                .expectEvents(entered("Anna", 3));
    }

    @Test
    void givenUserWhoWaits_whenEnteredAgain_thenNothingHappens() {
        given(opened(), entered("anna", 1), entered("ben", 2))
                .when(enter("anna"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(null)
                .expectNoEvents();
    }

    @Test
    void givenUserWhoIsLetIn_whenEnteredAgain_thenNothingHappens() {
        given(opened(), entered("anna", 1), admitted("anna", 1, NOW))
                .when(enter("anna"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(null)
                .expectNoEvents();
    }

    @Test
    void givenClosedRoom_whenEntered_thenItIsClosed() {
        given(opened(), closed())
                .when(enter("anna"))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_CLOSED));
        given(opened(), entered("anna", 1), closed())
                .when(enter("anna"))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_CLOSED));
    }

    @Test
    void givenNoRoom_whenEnteredOrLeft_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(enter("anna")).expectException(AggregateNotFoundException.class);
        fixture.givenNoPriorActivity().when(leave("anna")).expectException(AggregateNotFoundException.class);
        assertThat(enter("anna").whenUnknown()).isEqualTo(RoomErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void givenUserWithAPlace_whenTheyLeave_thenItEnds() {
        given(opened(), entered("anna", 1))
                .when(leave("anna"))
                .expectResultMessagePayload(ended("anna", PlaceEnd.LEFT, NOW))
                .expectEvents(ended("anna", PlaceEnd.LEFT, NOW));
        given(opened(), entered("anna", 1), admitted("anna", 1, NOW))
                .when(leave("anna"))
                .expectResultMessagePayload(ended("anna", PlaceEnd.LEFT, NOW))
                .expectEvents(ended("anna", PlaceEnd.LEFT, NOW));
    }

    static Stream<List<Object>> pastsWithoutAPlaceOfAnna() {
        return Stream.of(
                List.of(opened()),
                List.of(opened(), entered("ben", 1)),
                List.of(opened(), entered("anna", 1), ended("anna", PlaceEnd.LEFT, NOW)),
                List.of(opened(), entered("anna", 1), soldOut(NOW)),
                List.of(opened(), entered("anna", 1), closed()),
                List.of(opened(), entered("anna", 1), admitted("anna", 1, NOW), closed()),
                List.of(opened(), entered("anna", 1), admitted("anna", 1, NOW), ended("anna", PlaceEnd.DONE, NOW)));
    }

    @ParameterizedTest
    @MethodSource("pastsWithoutAPlaceOfAnna")
    void givenUserWithoutAPlace_whenTheyLeave_thenNothingHappens(List<Object> past) {
        given(past.toArray())
                .when(leave("anna"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(null)
                .expectNoEvents();
    }

    @Test
    void givenUserWhoLeft_whenTheyEnterAgain_thenTheyHaveTheNextNumber() {
        given(opened(), entered("anna", 1), entered("ben", 2), ended("anna", PlaceEnd.LEFT, NOW))
                .when(enter("anna"))
                .expectEvents(entered("anna", 3));
    }

    @Test
    void givenUserWhoLeftAndCameAgain_whenAllAreLetIn_thenTheyAreTheLast() {
        given(opened(), entered("anna", 1), entered("ben", 2), ended("anna", PlaceEnd.LEFT, NOW), entered("anna", 3))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("ben", 1, NOW), admitted("anna", 2, NOW));
    }

    /** A place that has ended says nothing about the next. */
    @Test
    void givenUserWhoWasLetInBefore_whenTheyComeAgain_thenTheyWaitLikeAllOthers() {
        given(opened(), entered("anna", 1), admitted("anna", 1, NOW), ended("anna", PlaceEnd.DONE, NOW))
                .andGiven(entered("ben", 2), entered("anna", 3))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("ben", 2, NOW), admitted("anna", 3, NOW));
    }
}
