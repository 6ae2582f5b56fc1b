package io.firstcome.command.concert.domain;

import static io.firstcome.command.concert.domain.Hall.NOW;
import static io.firstcome.command.concert.domain.Hall.SALE_FROM;
import static io.firstcome.command.concert.domain.Hall.SALE_UNTIL;
import static io.firstcome.command.concert.domain.Hall.STARTS_AT;
import static io.firstcome.command.concert.domain.Hall.held;
import static io.firstcome.command.concert.domain.Hall.opened;
import static io.firstcome.command.concert.domain.Hall.refused;
import static io.firstcome.command.concert.domain.Hall.released;
import static io.firstcome.command.concert.domain.Hall.returned;
import static io.firstcome.command.concert.domain.Hall.sold;

import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What can still be had of the five seats: one that is held may come back, so it counts, and once. */
class CountSeatsTest {

    private final FixtureConfiguration<ConcertDate> fixture = Hall.fixture();

    private void expectCount(long left, Instant at, Object... past) {
        fixture.given(past)
                .when(new CountSeats(Hall.ID, at))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(left);
    }

    @Test
    void givenSeats_whenSomeAreHeld_thenTheyCountOnce() {
        expectCount(5, NOW, opened());
        expectCount(5, NOW, opened(), held("o1", "anna", 1, 2), held("o2", "ben", 5));
        expectCount(5, NOW, opened(), held("o1", "anna", 1, 2, 3), held("o2", "ben", 4, 5));
        expectCount(5, NOW, opened(), held("o1", "anna", 1, 2), released("o1", "anna", 1, 2));
        expectCount(5, NOW, opened(), refused("o1", "anna", HoldRefusal.SEAT_TAKEN, 1));
    }

    @Test
    void givenHeldSeats_whenTheyAreSold_thenTheyCountNoMoreUntilTheyComeBack() {
        expectCount(3, NOW, opened(), held("o1", "anna", 1, 2), sold("o1", "anna", 1, 2));
        expectCount(3, NOW, opened(), held("o1", "anna", 1, 2), sold("o1", "anna", 1, 2), held("o2", "ben", 3));
        expectCount(
                5,
                NOW,
                opened(),
                held("o1", "anna", 1, 2),
                sold("o1", "anna", 1, 2),
                returned("o1", "anna", 1, 2),
                held("o2", "ben", 2));
    }

    @Test
    void givenAllSeatsAreSold_whenCounted_thenNoneIsLeft() {
        expectCount(
                0,
                NOW,
                opened(),
                held("o1", "anna", 1, 2, 3),
                held("o2", "ben", 4, 5),
                sold("o1", "anna", 1, 2, 3),
                sold("o2", "ben", 4, 5));
    }

    @Test
    void givenSaleWindow_whenItIsOver_thenNoneIsLeft() {
        expectCount(5, SALE_UNTIL.minusNanos(1_000), opened());
        expectCount(0, SALE_UNTIL, opened());
        expectCount(0, SALE_UNTIL, opened(), held("o1", "anna", 1));
    }

    /** Those who wait in front of a sale of later wait for its seats. */
    @Test
    void givenSaleOfLater_whenCountedBefore_thenAllAreLeft() {
        expectCount(5, SALE_FROM.minusNanos(1_000), opened());
    }

    @Test
    void givenNoSaleWindow_whenTheConcertHasStarted_thenNoneIsLeft() {
        DateOpened windowed = opened();
        DateOpened always = new DateOpened(
                windowed.dateId(), windowed.concertId(), STARTS_AT, null, null, 4, 5, windowed.grades(), NOW);

        expectCount(5, STARTS_AT.minusNanos(1_000), always);
        expectCount(0, STARTS_AT, always);
    }

    @Test
    void givenNoDate_whenCounted_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(new CountSeats(Hall.ID, NOW))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
