package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.PLENTY;
import static io.firstcome.command.waitingroom.domain.TestRoom.SEED;
import static io.firstcome.command.waitingroom.domain.TestRoom.TICK;
import static io.firstcome.command.waitingroom.domain.TestRoom.admit;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.closed;
import static io.firstcome.command.waitingroom.domain.TestRoom.ended;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.open;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;

import io.firstcome.events.waitingroom.PlaceEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making a room, and opening it: each has its effect once. */
class OpenRoomTest {

    private static final Instant OPENING = NOW.plus(Duration.ofHours(1));
    private static final TestRoom FIFO = TestRoom.of(10, 10);
    private static final TestRoom SHUFFLED = FIFO.shuffled();

    private final FixtureConfiguration<WaitingRoom> fixture = TestRoom.fixture();

    @Test
    void givenNoRoom_whenCreated_thenItIsThere() {
        fixture.givenNoPriorActivity()
                .when(SHUFFLED.opensAt(OPENING).create())
                .expectSuccessfulHandlerExecution()
                .expectEvents(SHUFFLED.opensAt(OPENING).created());
    }

    @Test
    void givenRoom_whenCreatedAgain_thenNothingHappens() {
        fixture.given(FIFO.created())
                .when(FIFO.create())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(FIFO.created(), opened(), closed())
                .when(TestRoom.of(1, 1).create())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenNoRoom_whenOpened_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(open(null, NOW))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void givenRoomWithoutATime_whenOpened_thenItIsOpenWithoutASeed() {
        fixture.given(FIFO.created()).when(open(null, NOW)).expectEvents(opened());
    }

    @Test
    void givenTimeToOpen_whenOpenedBefore_thenNothingHappens() {
        fixture.given(FIFO.opensAt(OPENING).created())
                .when(open(null, OPENING.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenTimeToOpen_whenItHasCome_thenItIsOpen() {
        fixture.given(FIFO.opensAt(OPENING).created()).when(open(null, OPENING)).expectEvents(opened(null, OPENING));
        fixture.given(SHUFFLED.opensAt(OPENING).created())
                .when(open(SEED, OPENING.plusSeconds(5)))
                .expectEvents(opened(SEED, OPENING.plusSeconds(5)));
    }

    /** Nothing is told of the seed, nor whether it is the right one, before the time. */
    @Test
    void givenShuffledRoom_whenOpenedBeforeItsTime_thenTheSeedStaysSecret() {
        fixture.given(SHUFFLED.opensAt(OPENING).created())
                .when(open(SEED, OPENING.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(SHUFFLED.opensAt(OPENING).created())
                .when(open("autumn", OPENING.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenOpenOrClosedRoom_whenOpenedAgain_thenNothingHappens() {
        fixture.given(FIFO.created(), opened())
                .when(open(null, NOW.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(SHUFFLED.created(), opened(SEED, NOW))
                .when(open(SEED, NOW.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(SHUFFLED.created(), closed())
                .when(open(SEED, NOW.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "autumn", "Spring", "spring ", TestRoom.COMMITMENT})
    void givenCommitment_whenOpenedWithAnotherSeed_thenItFails(@Nullable String seed) {
        fixture.given(SHUFFLED.created())
                .when(open(seed, NOW))
                .expectNoEvents()
                .expectException(IllegalStateException.class);
    }

    @Test
    void givenNoCommitment_whenOpenedWithASeed_thenItFails() {
        fixture.given(FIFO.created())
                .when(open(SEED, NOW))
                .expectNoEvents()
                .expectException(IllegalStateException.class);
    }

    @Test
    void givenUsersWhoCameBefore_whenOpenedWithoutASeed_thenTheyAreLetInAsTheyCame() {
        fixture.given(FIFO.created(), entered("dan", 1), entered("anna", 2), entered("cleo", 3), opened())
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("dan", 1, NOW), admitted("anna", 2, NOW), admitted("cleo", 3, NOW));
    }

    /** The order of the five was computed with another program: by the hexadecimal SHA-256 of spring:anna and so on. */
    @Test
    void givenUsersWhoCameBefore_whenOpenedWithTheSeed_thenTheyAreLetInByItAndLaterOnesBehindThem() {
        fixture.given(SHUFFLED.created())
                .andGiven(entered("anna", 1), entered("ben", 2), entered("cleo", 3))
                .andGiven(entered("dan", 4), entered("eve", 5))
                .andGiven(opened(SEED, NOW))
                .andGiven(entered("adam", 6))
                .when(admit(PLENTY, NOW))
                .expectEvents(
                        admitted("ben", 1, NOW),
                        admitted("eve", 2, NOW),
                        admitted("cleo", 3, NOW),
                        admitted("anna", 4, NOW),
                        admitted("dan", 5, NOW),
                        admitted("adam", 6, NOW));
    }

    /** Who leaves before the opening is not in the order, who comes again is once. */
    @Test
    void givenUsersWhoLeftBefore_whenOpenedWithTheSeed_thenOnlyThoseWhoWaitAreInTheOrder() {
        List<?> past = List.of(
                SHUFFLED.created(),
                entered("anna", 1),
                entered("ben", 2),
                entered("dan", 3),
                ended("ben", PlaceEnd.LEFT, NOW),
                ended("anna", PlaceEnd.LEFT, NOW),
                entered("anna", 4),
                opened(SEED, NOW),
                entered("ben", 5));

        fixture.given(past)
                .when(admit(PLENTY, NOW))
                .expectEvents(admitted("anna", 1, NOW), admitted("dan", 2, NOW), admitted("ben", 3, NOW));
    }
}
