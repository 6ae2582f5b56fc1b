package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.heldPreOrder;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.preOrderOpened;
import static io.firstcome.command.stock.domain.Sale.preOrdered;

import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A user's limit is over all options: what is held and what was bought, less what came back. */
class HoldLimitTest {

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenLimit_whenOneOrderAsksForMore_thenItIsRefusedWhole() {
        fixture.given(Sale.of(100).limitPerUser(2).opened())
                .when(hold("o1", "anna", line(MUG, 3)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(Sale.of(100).limitPerUser(2).opened())
                .when(hold("o1", "anna", line(MUG, 1), line(MUG, 1), line(MUG, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenHeldPieces_whenTheUserAsksForMore_thenTheyCount() {
        fixture.given(Sale.of(100).limitPerUser(2).opened(), Sale.held("o1", "anna", heldLine(MUG, 1)))
                .when(hold("o2", "anna", line(MUG, 2)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(Sale.of(100).limitPerUser(2).opened(), Sale.held("o1", "anna", heldLine(MUG, 1)))
                .when(hold("o2", "anna", line(MUG, 1)))
                .expectEvents(Sale.held("o2", "anna", heldLine(MUG, 1)));
    }

    @Test
    void givenHeldPieces_whenAnotherUserAsks_thenTheyDoNotCount() {
        fixture.given(Sale.of(100).limitPerUser(2).opened(), Sale.held("o1", "anna", heldLine(MUG, 2)))
                .when(hold("o2", "Anna", line(MUG, 2)))
                .expectEvents(Sale.held("o2", "Anna", heldLine(MUG, 2)));
    }

    @Test
    void givenTwoOptions_whenTheUserTakesOfBoth_thenTheyCountTogether() {
        Sale sale = Sale.ofRedAndBlue(10, 10).limitPerUser(3);

        fixture.given(sale.opened())
                .when(hold("o1", "anna", line(RED, 2), line(BLUE, 2)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(sale.opened(), Sale.held("o1", "anna", heldLine(RED, 2)))
                .when(hold("o2", "anna", line(BLUE, 2)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenBoughtPieces_whenTheUserAsksForMore_thenTheyCountOn() {
        fixture.given(
                        Sale.of(100).limitPerUser(2).opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.sold("o1", "anna", heldLine(MUG, 2)))
                .when(hold("o2", "anna", line(MUG, 1)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenReleasedPieces_whenTheUserAsksAgain_thenTheyCountNoMore() {
        fixture.given(
                        Sale.of(100).limitPerUser(2).opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.released("o1", "anna", heldLine(MUG, 2)))
                .when(hold("o2", "anna", line(MUG, 2)))
                .expectEvents(Sale.held("o2", "anna", heldLine(MUG, 2)));
    }

    @Test
    void givenReturnedPieces_whenTheUserAsksAgain_thenTheyCountNoMore() {
        fixture.given(
                        Sale.of(100).limitPerUser(2).opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.sold("o1", "anna", heldLine(MUG, 2)),
                        Sale.returned("o1", "anna", line(MUG, 1)))
                .when(hold("o2", "anna", line(MUG, 2)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(
                        Sale.of(100).limitPerUser(2).opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.sold("o1", "anna", heldLine(MUG, 2)),
                        Sale.returned("o1", "anna", line(MUG, 1)))
                .when(hold("o2", "anna", line(MUG, 1)))
                .expectEvents(Sale.held("o2", "anna", heldLine(MUG, 1)));
    }

    /** pitfalls.md: those who were refused are remembered as winners. */
    @Test
    void givenRefusedHold_whenTheUserAsksForLess_thenNothingWasCounted() {
        fixture.given(
                        Sale.of(100).limitPerUser(2).opened(),
                        Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER),
                        Sale.refused("o2", "anna", HoldRefusal.OUT_OF_STOCK))
                .when(hold("o3", "anna", line(MUG, 2)))
                .expectEvents(Sale.held("o3", "anna", heldLine(MUG, 2)));
    }

    @Test
    void givenPreOrderedPiece_whenTheUserAsksForMore_thenItCounts() {
        fixture.given(
                        Sale.of(100).limitPerUser(1).opened(),
                        preOrderOpened(MUG, 5, NOW, NOW.plus(Duration.ofDays(1))),
                        Sale.held("o1", "anna", heldPreOrder(MUG)))
                .when(hold("o2", "anna", line(MUG, 1)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(Sale.of(100).limitPerUser(1).opened(), preOrderOpened(MUG, 5, NOW, NOW.plus(Duration.ofDays(1))))
                .when(hold("o1", "anna", line(MUG, 1), preOrdered(MUG)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenNoLimit_whenOneUserTakesAll_thenTheyAreTheirs() {
        fixture.given(Sale.of(100).opened())
                .when(hold("o1", "anna", line(MUG, 100)))
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, 100)));
    }
}
