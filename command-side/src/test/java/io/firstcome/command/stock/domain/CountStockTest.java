package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.ID;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.TICK;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.heldPreOrder;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.preOrderOpened;

import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What can still be had: a piece that is held may come back, so it counts, and once. */
class CountStockTest {

    private static final Instant CLOSING = NOW.plus(Duration.ofHours(1));

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    private void expectCount(long left, Instant at, Object... past) {
        fixture.given(past)
                .when(new CountStock(ID, at))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(left);
    }

    @Test
    void givenPieces_whenSomeAreHeld_thenTheyCountOnce() {
        Object held = Sale.held("o1", "anna", heldLine(MUG, 2));

        expectCount(5, NOW, Sale.of(5).opened());
        expectCount(5, NOW, Sale.of(5).opened(), held);
        expectCount(2, NOW, Sale.of(2).opened(), held);
        expectCount(5, NOW, Sale.of(5).opened(), held, Sale.released("o1", "anna", heldLine(MUG, 2)));
        expectCount(5, NOW, Sale.of(5).opened(), Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenHeldPieces_whenTheyAreSold_thenTheyCountNoMoreUntilTheyComeBack() {
        Object held = Sale.held("o1", "anna", heldLine(MUG, 2));
        Object sold = Sale.sold("o1", "anna", heldLine(MUG, 2));

        expectCount(3, NOW, Sale.of(5).opened(), held, sold);
        expectCount(0, NOW, Sale.of(2).opened(), held, sold);
        expectCount(4, NOW, Sale.of(5).opened(), held, sold, Sale.returned("o1", "anna", line(MUG, 1)));
    }

    @Test
    void givenSeveralOptions_whenCounted_thenAllCountWithWhatCameIn() {
        expectCount(
                12,
                NOW,
                Sale.ofRedAndBlue(3, 4).opened(),
                Sale.received(BLUE, 6),
                Sale.held("o1", "anna", heldLine(RED, 1), heldLine(BLUE, 2)),
                Sale.held("o2", "ben", heldLine(RED, 1)),
                Sale.sold("o2", "ben", heldLine(RED, 1)));
    }

    @Test
    void givenSaleWindow_whenItIsOver_thenNoneIsLeft() {
        Object opened = Sale.of(5).window(NOW, CLOSING).opened();

        expectCount(5, CLOSING.minus(TICK), opened);
        expectCount(0, CLOSING, opened);
        expectCount(0, CLOSING, opened, Sale.held("o1", "anna", heldLine(MUG, 2)));
    }

    /** Those who wait in front of a sale of later wait for its pieces. */
    @Test
    void givenSaleOfLater_whenCountedBefore_thenAllAreLeft() {
        expectCount(5, NOW.minus(TICK), Sale.of(5).window(NOW, CLOSING).opened());
    }

    @Test
    void givenClosedSale_whenCounted_thenNoneIsLeft() {
        expectCount(0, NOW, Sale.of(5).opened(), Sale.closed());
        expectCount(0, NOW, Sale.of(5).opened(), preOrderOpened(MUG, 3, NOW, CLOSING), Sale.closed());
    }

    @Test
    void givenPreOrder_whenItIsNotOver_thenItsPiecesCountWithTheStock() {
        Object[] open = {Sale.of(5).opened(), preOrderOpened(MUG, 3, NOW, CLOSING)};

        expectCount(8, NOW.minus(TICK), open);
        expectCount(8, NOW, open);
        expectCount(8, CLOSING.minus(TICK), open);
        expectCount(5, CLOSING, open);
        expectCount(5, NOW, open[0], open[1], Sale.preOrderCancelled(MUG));
    }

    @Test
    void givenPreOrder_whenItsPiecesAreHeldOrSold_thenOnlyTheSoldCountNoMore() {
        Object[] open = {Sale.of(5).opened(), preOrderOpened(MUG, 3, NOW, CLOSING)};
        Object held = Sale.held("o1", "anna", heldPreOrder(MUG));

        expectCount(8, NOW, open[0], open[1], held);
        expectCount(7, NOW, open[0], open[1], held, Sale.sold("o1", "anna", heldPreOrder(MUG)));
    }

    @Test
    void givenPreOrderAfterTheSale_whenCounted_thenOnlyItsPiecesAreLeft() {
        expectCount(
                3,
                CLOSING,
                Sale.of(5).window(NOW, CLOSING).opened(),
                preOrderOpened(MUG, 3, NOW, CLOSING.plusSeconds(1)));
    }

    @Test
    void givenNoStock_whenCounted_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(new CountStock(ID, NOW))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
