package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.PLENTY;
import static io.firstcome.command.waitingroom.domain.TestRoom.TICK;
import static io.firstcome.command.waitingroom.domain.TestRoom.admit;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.changed;
import static io.firstcome.command.waitingroom.domain.TestRoom.closed;
import static io.firstcome.command.waitingroom.domain.TestRoom.ended;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;
import static io.firstcome.command.waitingroom.domain.TestRoom.soldOut;

import io.firstcome.events.waitingroom.PlaceEnd;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As many are let in as the capacity, the limit of any 60 seconds and the supply leave room for, whichever is the least. */
class AdmitUsersTest {

    private static final int MANY = 100;
    private static final Instant A_MINUTE_LATER = NOW.plusSeconds(60);

    private final FixtureConfiguration<WaitingRoom> fixture = TestRoom.fixture();

    /** An open room in which anna, ben, cleo and dan wait. */
    private TestExecutor<WaitingRoom> givenFour(TestRoom room, Object... more) {
        return fixture.given(room.created(), opened())
                .andGiven(entered("anna", 1), entered("ben", 2), entered("cleo", 3), entered("dan", 4))
                .andGiven(more);
    }

    @Test
    void givenNoRoom_whenAskedToLetIn_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(admit(PLENTY, NOW)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void givenNobodyWaits_whenAskedToLetIn_thenNothingHappens() {
        fixture.given(TestRoom.of(1, 1).created(), opened())
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(TestRoom.of(1, 1).created(), opened())
                .when(admit(0, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenCapacity_whenMoreWait_thenAsManyAreLetIn() {
        givenFour(TestRoom.of(2, MANY))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW), admitted("ben", 2, NOW));
    }

    @Test
    void givenAllPlacesAreTaken_whenAskedAgain_thenNothingHappensUntilOneEnds() {
        Object[] full = {admitted("anna", 1, NOW), admitted("ben", 2, NOW)};

        givenFour(TestRoom.of(2, MANY), full)
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(2, MANY), full)
                .andGiven(ended("anna", PlaceEnd.DONE, NOW))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("cleo", 3, NOW));
    }

    @Test
    void givenFreePlaces_whenFewerWait_thenAllAreLetIn() {
        givenFour(TestRoom.of(MANY, MANY))
                .when(admit(PLENTY, NOW))
                .expectEvents(
                        admitted("anna", 1, NOW),
                        admitted("ben", 2, NOW),
                        admitted("cleo", 3, NOW),
                        admitted("dan", 4, NOW));
    }

    @Test
    void givenLimitOfAMinute_whenMoreWait_thenAsManyAreLetIn() {
        givenFour(TestRoom.of(MANY, 3))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW), admitted("ben", 2, NOW), admitted("cleo", 3, NOW));
    }

    /** No minute of the clock begins anew: each admission counts for 60 seconds, also when its place has ended. */
    @Test
    void givenLimitOfAMinute_whenItIsUsedUp_thenEachAdmissionCountsForSixtySeconds() {
        Object[] used = {
            admitted("anna", 1, NOW),
            admitted("ben", 2, NOW.plusSeconds(40)),
            ended("anna", PlaceEnd.DONE, NOW.plusSeconds(41)),
            ended("ben", PlaceEnd.DONE, NOW.plusSeconds(41))
        };

        givenFour(TestRoom.of(MANY, 2), used)
                .when(admit(PLENTY, A_MINUTE_LATER.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, 2), used)
                .when(admit(PLENTY, A_MINUTE_LATER))
                .expectEvents(admitted("cleo", 3, A_MINUTE_LATER));
        givenFour(TestRoom.of(MANY, 2), used)
                .andGiven(admitted("cleo", 3, A_MINUTE_LATER))
                .when(admit(PLENTY, NOW.plusSeconds(100).minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, 2), used)
                .andGiven(admitted("cleo", 3, A_MINUTE_LATER))
                .when(admit(PLENTY, NOW.plusSeconds(100)))
                .expectEvents(admitted("dan", 4, NOW.plusSeconds(100)));
    }

    @Test
    void givenLimitThatWasLowered_whenMoreThanItWereLetIn_thenNobodyIsUntilTheyCountNoMore() {
        Object[] lowered = {
            admitted("anna", 1, NOW),
            admitted("ben", 2, NOW),
            admitted("cleo", 3, NOW.plusSeconds(1)),
            changed(MANY, 1, false)
        };

        givenFour(TestRoom.of(MANY, 3), lowered)
                .when(admit(PLENTY, A_MINUTE_LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, 3), lowered)
                .when(admit(PLENTY, A_MINUTE_LATER.plusSeconds(1)))
                .expectEvents(admitted("dan", 4, A_MINUTE_LATER.plusSeconds(1)));
    }

    /** Pieces that are held count in the supply, so those who hold them need no others. */
    @Test
    void givenSupply_whenMoreWait_thenNotMoreAreLetInThanThereArePieces() {
        givenFour(TestRoom.of(MANY, MANY)).when(admit(1, NOW)).expectEvents(admitted("anna", 1, NOW));
        givenFour(TestRoom.of(MANY, MANY), admitted("anna", 1, NOW))
                .when(admit(1, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, MANY), admitted("anna", 1, NOW))
                .when(admit(3, NOW))
                .expectEvents(admitted("ben", 2, NOW), admitted("cleo", 3, NOW));
    }

    @Test
    void givenMoreLetInThanTheSupply_whenAskedAgain_thenNobodyIsAndThoseKeepTheirPlaces() {
        givenFour(TestRoom.of(MANY, MANY), admitted("anna", 1, NOW), admitted("ben", 2, NOW))
                .when(admit(1, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenCapacityLoweredBelowTheActive_whenAskedAgain_thenNobodyIsLetInUntilThereIsRoom() {
        Object[] lowered = {
            admitted("anna", 1, NOW), admitted("ben", 2, NOW), admitted("cleo", 3, NOW), changed(1, MANY, false)
        };

        givenFour(TestRoom.of(3, MANY), lowered)
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(3, MANY), lowered)
                .andGiven(ended("anna", PlaceEnd.DONE, NOW), ended("ben", PlaceEnd.DONE, NOW))
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(3, MANY), lowered)
                .andGiven(ended("anna", PlaceEnd.DONE, NOW), ended("ben", PlaceEnd.DONE, NOW))
                .andGiven(ended("cleo", PlaceEnd.DONE, NOW))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("dan", 4, NOW));
    }

    static Stream<List<Object>> pastsInWhichNobodyIsLetIn() {
        return Stream.of(
                List.of(entered("anna", 1)),
                List.of(opened(), entered("anna", 1), closed()),
                List.of(entered("anna", 1), closed()),
                List.of(opened(), entered("anna", 1), changed(MANY, MANY, true)));
    }

    /** Not opened, closed, paused. */
    @ParameterizedTest
    @MethodSource("pastsInWhichNobodyIsLetIn")
    void givenRoomThatLetsNobodyIn_whenAskedTo_thenNothingHappens(List<Object> past) {
        fixture.given(TestRoom.of(MANY, MANY).created())
                .andGiven(past)
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenPausedRoom_whenItGoesOn_thenUsersAreLetIn() {
        givenFour(TestRoom.of(1, MANY), changed(1, MANY, true), changed(1, MANY, false))
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW));
    }

    @Test
    void givenNothingIsLeft_whenUsersWait_thenOneEventTellsThemAll() {
        givenFour(TestRoom.of(MANY, MANY)).when(admit(0, NOW)).expectEvents(soldOut(NOW));
        givenFour(TestRoom.of(MANY, MANY), changed(MANY, MANY, true))
                .when(admit(0, NOW))
                .expectEvents(soldOut(NOW));
    }

    /** They have what is left, or may go on until they are refused. */
    @Test
    void givenNothingIsLeft_whenUsersAreLetIn_thenTheyKeepTheirPlaces() {
        givenFour(TestRoom.of(MANY, MANY), admitted("anna", 1, NOW), soldOut(NOW))
                .when(TestRoom.endPlace("anna", NOW))
                .expectEvents(ended("anna", PlaceEnd.DONE, NOW));
    }

    @Test
    void givenNothingWasLeft_whenAskedAgain_thenNobodyWaits() {
        givenFour(TestRoom.of(MANY, MANY), soldOut(NOW))
                .when(admit(0, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, MANY), soldOut(NOW))
                .when(admit(PLENTY, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** Something came back: who comes again is let in, and has the next number. */
    @Test
    void givenNothingWasLeft_whenOneComesAgainAndThereIsSupply_thenTheyAreLetIn() {
        givenFour(TestRoom.of(MANY, MANY), soldOut(NOW), entered("ben", 5))
                .when(admit(1, NOW))
                .expectEvents(admitted("ben", 1, NOW));
    }

    @Test
    void givenNothingIsLeftBeforeTheOpening_whenAsked_thenNobodyIsToldYet() {
        fixture.given(TestRoom.of(MANY, MANY).created(), entered("anna", 1))
                .when(admit(0, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** A node's clock that is behind lets in nobody for whom the limit leaves no room, and nobody earlier than the one before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 59, 60, 61, 3_600})
    void givenClockThatGoesBackwards_whenAskedAgain_thenNotMoreAreLetIn(long secondsBack) {
        Instant before = NOW.minusSeconds(secondsBack);

        givenFour(TestRoom.of(MANY, 2), admitted("anna", 1, NOW.minusSeconds(10)), admitted("ben", 2, NOW))
                .when(admit(PLENTY, before))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenFour(TestRoom.of(MANY, 3), admitted("anna", 1, NOW.minusSeconds(10)), admitted("ben", 2, NOW))
                .when(admit(PLENTY, before))
                .expectEvents(admitted("cleo", 3, NOW));
    }
}
