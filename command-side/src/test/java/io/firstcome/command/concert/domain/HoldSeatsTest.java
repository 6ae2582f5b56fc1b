package io.firstcome.command.concert.domain;

import static io.firstcome.command.concert.domain.Hall.NOW;
import static io.firstcome.command.concert.domain.Hall.SALE_FROM;
import static io.firstcome.command.concert.domain.Hall.SALE_UNTIL;
import static io.firstcome.command.concert.domain.Hall.STARTS_AT;
import static io.firstcome.command.concert.domain.Hall.held;
import static io.firstcome.command.concert.domain.Hall.hold;
import static io.firstcome.command.concert.domain.Hall.holdAt;
import static io.firstcome.command.concert.domain.Hall.opened;
import static io.firstcome.command.concert.domain.Hall.refused;
import static io.firstcome.command.concert.domain.Hall.refusedAt;
import static io.firstcome.command.concert.domain.Hall.released;
import static io.firstcome.command.concert.domain.Hall.returned;
import static io.firstcome.command.concert.domain.Hall.sold;

import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HoldSeatsTest {

    private final FixtureConfiguration<ConcertDate> fixture = Hall.fixture();

    @Test
    void givenNoDate_whenHeld_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(hold("o1", "anna", 1)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void givenFreeSeats_whenHeld_thenTheyAreHeldAtTheirPrices() {
        fixture.given(opened()).when(hold("o1", "anna", 2, 5)).expectEvents(held("o1", "anna", 2, 5));
    }

    @Test
    void givenSeatsThatAreNotThere_whenHeld_thenTheyAreNamed() {
        fixture.given(opened())
                .when(hold("o1", "anna", 6, 1, 9))
                .expectEvents(refused("o1", "anna", HoldRefusal.SEAT_NOT_FOUND, 6, 9));
    }

    @Test
    void givenHeldSeat_whenAnotherAsksForItAndAFreeOne_thenNoneIsHeldAndTheTakenOneIsNamed() {
        fixture.given(opened(), held("o1", "anna", 1))
                .when(hold("o2", "ben", 1, 2))
                .expectEvents(refused("o2", "ben", HoldRefusal.SEAT_TAKEN, 1));
    }

    @Test
    void givenSoldSeat_whenAnotherAsksForIt_thenItIsTaken() {
        fixture.given(opened(), held("o1", "anna", 1), sold("o1", "anna", 1))
                .when(hold("o2", "ben", 1))
                .expectEvents(refused("o2", "ben", HoldRefusal.SEAT_TAKEN, 1));
    }

    @Test
    void givenSeatThatCameBack_whenAnotherAsksForIt_thenItIsTheirs() {
        fixture.given(opened(), held("o1", "anna", 1), released("o1", "anna", 1))
                .when(hold("o2", "ben", 1))
                .expectEvents(held("o2", "ben", 1));
        fixture.given(opened(), held("o1", "anna", 1), sold("o1", "anna", 1), returned("o1", "anna", 1))
                .when(hold("o2", "ben", 1))
                .expectEvents(held("o2", "ben", 1));
    }

    /** Held and bought ones count together; what came back does not. */
    @Test
    void givenUserWithSeats_whenTheyAskForMoreThanTheLimit_thenTheyGetNone() {
        fixture.given(opened(), held("o1", "anna", 1), sold("o1", "anna", 1), held("o2", "anna", 2))
                .when(hold("o3", "anna", 3, 4))
                .expectEvents(refused("o3", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(opened(), held("o1", "anna", 1), released("o1", "anna", 1), held("o2", "anna", 2))
                .when(hold("o3", "anna", 3, 4))
                .expectEvents(held("o3", "anna", 3, 4));
    }

    /** Who has theirs already is told so, not that they came too late. */
    @Test
    void givenUserAtTheLimit_whenTheyAskForATakenSeat_thenItIsTheLimit() {
        fixture.given(opened(), held("o1", "anna", 1, 2, 3))
                .when(hold("o2", "anna", 1))
                .expectEvents(refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    static Stream<Instant> outsideOfTheSale() {
        return Stream.of(SALE_FROM.minusNanos(1_000), SALE_UNTIL, STARTS_AT);
    }

    @ParameterizedTest
    @MethodSource("outsideOfTheSale")
    void givenClosedSale_whenHeld_thenItIsNotOpen(Instant at) {
        fixture.given(opened())
                .when(holdAt(at, "o1", "anna", 1))
                .expectEvents(refusedAt(at, "o1", "anna", HoldRefusal.SALE_NOT_OPEN));
    }

    @Test
    void givenNoSaleWindow_whenTheConcertHasStarted_thenItIsNotOpen() {
        DateOpened opened = opened();
        DateOpened always =
                new DateOpened(opened.dateId(), opened.concertId(), STARTS_AT, null, null, 4, 5, opened.grades(), NOW);
        fixture.given(always)
                .when(holdAt(STARTS_AT.minusNanos(1_000), "o1", "anna", 1))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(
                        Matchers.exactSequenceOf(Matchers.matches(event -> event instanceof SeatsHeld))));
        fixture.given(always)
                .when(holdAt(STARTS_AT, "o1", "anna", 1))
                .expectEvents(refusedAt(STARTS_AT, "o1", "anna", HoldRefusal.SALE_NOT_OPEN));
    }

    static Stream<List<?>> pastsOfAHold() {
        return Stream.of(
                List.of(held("o1", "anna", 1)),
                List.of(refused("o1", "anna", HoldRefusal.SEAT_TAKEN, 1)),
                List.of(held("o1", "anna", 1), released("o1", "anna", 1)),
                List.of(released("o1", "anna")),
                List.of(held("o1", "anna", 1), sold("o1", "anna", 1)),
                List.of(held("o1", "anna", 1), sold("o1", "anna", 1), returned("o1", "anna", 1)));
    }

    /** A process that says it again must not hold for an order that has ended. */
    @ParameterizedTest
    @MethodSource("pastsOfAHold")
    void givenHoldThatWasDecided_whenItIsSaidAgain_thenNothingHappens(List<?> past) {
        fixture.given(Stream.concat(Stream.of(opened()), past.stream()).toList())
                .when(hold("o1", "anna", 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
