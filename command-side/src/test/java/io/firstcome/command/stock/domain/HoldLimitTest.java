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
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** A user's limit is over all options: what is held and what was bought, less what came back. */
class HoldLimitTest {

    private static final Sale TWO_EACH = Sale.of(100).limitPerUser(2);

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenLimit_whenOneOrderAsksForMore_thenItIsRefusedWhole() {
        expectRefused(TWO_EACH, List.of(), line(MUG, 3));
        expectRefused(TWO_EACH, List.of(), line(MUG, 1), line(MUG, 1), line(MUG, 1));
    }

    @Test
    void givenHeldPieces_whenTheUserAsksForMore_thenTheyCount() {
        List<StockEvent> one = List.of(Sale.held("o1", "anna", heldLine(MUG, 1)));

        expectRefused(TWO_EACH, one, line(MUG, 2));
        expectHeld(TWO_EACH, one, line(MUG, 1));
    }

    @Test
    void givenHeldPieces_whenAnotherUserAsks_thenTheyDoNotCount() {
        expectHeld(TWO_EACH, List.of(Sale.held("o1", "Anna", heldLine(MUG, 2))), line(MUG, 2));
    }

    @Test
    void givenTwoOptions_whenTheUserTakesOfBoth_thenTheyCountTogether() {
        Sale sale = Sale.ofRedAndBlue(10, 10).limitPerUser(3);

        expectRefused(sale, List.of(), line(RED, 2), line(BLUE, 2));
        expectRefused(sale, List.of(Sale.held("o1", "anna", heldLine(RED, 2))), line(BLUE, 2));
    }

    @Test
    void givenBoughtPieces_whenTheUserAsksForMore_thenTheyCountOn() {
        List<StockEvent> bought =
                List.of(Sale.held("o1", "anna", heldLine(MUG, 2)), Sale.sold("o1", "anna", heldLine(MUG, 2)));

        expectRefused(TWO_EACH, bought, line(MUG, 1));
    }

    @Test
    void givenReleasedPieces_whenTheUserAsksAgain_thenTheyCountNoMore() {
        List<StockEvent> released =
                List.of(Sale.held("o1", "anna", heldLine(MUG, 2)), Sale.released("o1", "anna", heldLine(MUG, 2)));

        expectHeld(TWO_EACH, released, line(MUG, 2));
    }

    @Test
    void givenReturnedPieces_whenTheUserAsksAgain_thenTheyCountNoMore() {
        List<StockEvent> oneCameBack = List.of(
                Sale.held("o1", "anna", heldLine(MUG, 2)),
                Sale.sold("o1", "anna", heldLine(MUG, 2)),
                Sale.returned("o1", "anna", line(MUG, 1)));

        expectRefused(TWO_EACH, oneCameBack, line(MUG, 2));
        expectHeld(TWO_EACH, oneCameBack, line(MUG, 1));
    }

    /** pitfalls.md: those who were refused are remembered as winners. */
    @Test
    void givenRefusedHold_whenTheUserAsksForLess_thenNothingWasCounted() {
        List<StockEvent> refused = List.of(
                Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER),
                Sale.refused("o2", "anna", HoldRefusal.OUT_OF_STOCK));

        expectHeld(TWO_EACH, refused, line(MUG, 2));
    }

    @Test
    void givenPreOrderedPiece_whenTheUserAsksForMore_thenItCounts() {
        Sale oneEach = Sale.of(100).limitPerUser(1);
        StockEvent preOrder = preOrderOpened(MUG, 5, NOW, NOW.plus(Duration.ofDays(1)));

        expectRefused(oneEach, List.of(preOrder, Sale.held("o1", "anna", heldPreOrder(MUG))), line(MUG, 1));
        expectRefused(oneEach, List.of(preOrder), line(MUG, 1), preOrdered(MUG));
    }

    @Test
    void givenNoLimit_whenOneUserTakesAll_thenTheyAreTheirs() {
        expectHeld(Sale.of(100), List.of(), line(MUG, 100));
    }

    private void expectRefused(Sale sale, List<StockEvent> before, StockLine... lines) {
        whenAnnaAsks(sale, before, lines).expectEvents(Sale.refused("asked", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    private void expectHeld(Sale sale, List<StockEvent> before, StockLine line) {
        whenAnnaAsks(sale, before, line)
                .expectEvents(Sale.held("asked", "anna", heldLine(line.skuId(), line.quantity())));
    }

    private ResultValidator<Stock> whenAnnaAsks(Sale sale, List<StockEvent> before, StockLine... lines) {
        return fixture.given(sale.opened()).andGiven(before).when(hold("asked", "anna", lines));
    }
}
