package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.ADMISSION_MINUTES;
import static io.firstcome.command.waitingroom.domain.TestRoom.IDLE_SECONDS;
import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.PLENTY;
import static io.firstcome.command.waitingroom.domain.TestRoom.TICK;
import static io.firstcome.command.waitingroom.domain.TestRoom.admit;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.changed;
import static io.firstcome.command.waitingroom.domain.TestRoom.closed;
import static io.firstcome.command.waitingroom.domain.TestRoom.endPlace;
import static io.firstcome.command.waitingroom.domain.TestRoom.ended;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.notePresence;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;
import static io.firstcome.command.waitingroom.domain.TestRoom.seen;
import static io.firstcome.command.waitingroom.domain.TestRoom.soldOut;

import io.firstcome.events.waitingroom.PlaceEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the place of a user who is let in ends: their work is done, its time is over, or nobody uses it. */
class EndPlaceTest {

    private static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(ADMISSION_MINUTES));
    private static final Instant IDLE_AT = NOW.plusSeconds(IDLE_SECONDS);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(1));

    private final FixtureConfiguration<WaitingRoom> fixture = TestRoom.fixture();

    /** Anna is let in, the only one that may be; Ben waits. */
    private TestExecutor<WaitingRoom> givenAnnaIsIn(Object... more) {
        return fixture.given(TestRoom.of(1, 100).created(), opened())
                .andGiven(entered("anna", 1), entered("ben", 2), admitted("anna", 1, NOW))
                .andGiven(more);
    }

    @Test
    void givenPlace_whenItsTimeIsOver_thenItEndsAndTheNextIsLetIn() {
        givenAnnaIsIn()
                .when(admit(PLENTY, EXPIRY.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn()
                .when(admit(PLENTY, EXPIRY))
                .expectEvents(ended("anna", PlaceEnd.EXPIRED, EXPIRY), admitted("ben", 2, EXPIRY));
    }

    /** An admission is good for its time and not longer, however often its user is there. */
    @Test
    void givenUserWhoIsThere_whenTheTimeOfTheirPlaceIsOver_thenItEnds() {
        givenAnnaIsIn(seen(EXPIRY.minus(TICK), "anna"))
                .when(admit(PLENTY, LONG_AGO, EXPIRY))
                .expectEvents(ended("anna", PlaceEnd.EXPIRED, EXPIRY), admitted("ben", 2, EXPIRY));
    }

    @Test
    void givenUserWhoIsNeverThere_whenTheyWereIdleForTooLong_thenTheirPlaceEnds() {
        givenAnnaIsIn()
                .when(admit(PLENTY, LONG_AGO, IDLE_AT.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn()
                .when(admit(PLENTY, LONG_AGO, IDLE_AT))
                .expectEvents(ended("anna", PlaceEnd.IDLE, IDLE_AT), admitted("ben", 2, IDLE_AT));
    }

    /** Before that instant nobody would have noticed the user: it says nothing about them. */
    @Test
    void givenPresenceThatWasNotNoticed_whenAsked_thenIdleTimeCountsFromWhenItIs() {
        Instant since = NOW.plusSeconds(100);

        givenAnnaIsIn()
                .when(admit(PLENTY, since, since.plusSeconds(IDLE_SECONDS).minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn()
                .when(admit(PLENTY, since, since.plusSeconds(IDLE_SECONDS)))
                .expectEvents(
                        ended("anna", PlaceEnd.IDLE, since.plusSeconds(IDLE_SECONDS)),
                        admitted("ben", 2, since.plusSeconds(IDLE_SECONDS)));
        givenAnnaIsIn()
                .when(admit(PLENTY, IDLE_AT.plusSeconds(9), IDLE_AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenUserWhoWasThere_whenAsked_thenIdleTimeCountsFromThen() {
        Instant there = NOW.plusSeconds(100);

        givenAnnaIsIn(seen(there, "anna"))
                .when(admit(PLENTY, LONG_AGO, there.plusSeconds(IDLE_SECONDS).minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn(seen(there, "anna"))
                .when(admit(PLENTY, LONG_AGO, there.plusSeconds(IDLE_SECONDS)))
                .expectEvents(
                        ended("anna", PlaceEnd.IDLE, there.plusSeconds(IDLE_SECONDS)),
                        admitted("ben", 2, there.plusSeconds(IDLE_SECONDS)));
    }

    /** Nodes note whom they have seen at times of their own: what is told later may have been earlier. */
    @Test
    void givenUserWhoWasThere_whenAnEarlierPresenceIsToldLater_thenTheLastOneCounts() {
        Instant there = NOW.plusSeconds(100);

        givenAnnaIsIn(seen(there, "anna"), seen(NOW.plusSeconds(80), "anna"))
                .when(admit(PLENTY, LONG_AGO, there.plusSeconds(IDLE_SECONDS).minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn(seen(NOW.minusSeconds(20), "anna"))
                .when(admit(PLENTY, LONG_AGO, IDLE_AT.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    static Stream<List<Object>> pastsInWhichNobodyElseIsLetIn() {
        return Stream.of(List.of(changed(1, 100, true)), List.of(soldOut(NOW)));
    }

    @ParameterizedTest
    @MethodSource("pastsInWhichNobodyElseIsLetIn")
    void givenPausedOrSoldOutRoom_whenTheTimeOfAPlaceIsOver_thenItEnds(List<Object> past) {
        givenAnnaIsIn(past.toArray()).when(admit(PLENTY, EXPIRY)).expectEvents(ended("anna", PlaceEnd.EXPIRED, EXPIRY));
    }

    @Test
    void givenSeveralPlaces_whenTheTimeOfSomeIsOver_thenOnlyThoseEnd() {
        Instant later = NOW.plusSeconds(1);
        fixture.given(TestRoom.of(9, 100).created(), opened())
                .andGiven(entered("anna", 1), entered("ben", 2), entered("cleo", 3), entered("dan", 4))
                .andGiven(admitted("anna", 1, NOW), admitted("ben", 2, NOW), admitted("cleo", 3, later))
                .when(admit(PLENTY, EXPIRY))
                .expectEvents(
                        ended("anna", PlaceEnd.EXPIRED, EXPIRY),
                        ended("ben", PlaceEnd.EXPIRED, EXPIRY),
                        admitted("dan", 4, EXPIRY));
    }

    @Test
    void givenUsers_whenTheyAreThere_thenThoseWhoAreLetInAreToldOf() {
        givenAnnaIsIn()
                .when(notePresence(NOW.plusSeconds(5), "ben", "anna", "nobody"))
                .expectEvents(seen(NOW.plusSeconds(5), "anna"));
    }

    @Test
    void givenNobodyOfThemIsLetIn_whenTheyAreThere_thenNothingHappens() {
        givenAnnaIsIn()
                .when(notePresence(NOW, "ben", "nobody"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn()
                .when(notePresence(NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenAnnaIsIn(closed())
                .when(notePresence(NOW, "anna"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenPlace_whenTheWorkThatBeganInItIsDone_thenItEnds() {
        givenAnnaIsIn().when(endPlace("anna", NOW)).expectEvents(ended("anna", PlaceEnd.DONE, NOW));
        givenAnnaIsIn().when(endPlace("anna", NOW.plusSeconds(300))).expectEvents(ended("anna", PlaceEnd.DONE, NOW));
    }

    /** An order of before the room, or of an earlier place, that ends now. */
    @Test
    void givenPlace_whenWorkThatBeganBeforeItIsDone_thenNothingHappens() {
        givenAnnaIsIn()
                .when(endPlace("anna", NOW.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    static Stream<List<Object>> pastsWithoutAPlaceOfAnna() {
        return Stream.of(
                List.of(ended("anna", PlaceEnd.DONE, NOW)),
                List.of(ended("anna", PlaceEnd.IDLE, NOW)),
                List.of(ended("anna", PlaceEnd.LEFT, NOW), entered("anna", 3)),
                List.of(closed()));
    }

    @ParameterizedTest
    @MethodSource("pastsWithoutAPlaceOfAnna")
    void givenNoPlaceAnyMore_whenTheWorkIsDone_thenNothingHappens(List<Object> past) {
        givenAnnaIsIn(past.toArray())
                .when(endPlace("anna", NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** Who only waits has begun nothing here. */
    @Test
    void givenUserWhoWaits_whenTheirWorkIsDone_thenTheyWaitOn() {
        givenAnnaIsIn()
                .when(endPlace("ben", NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
