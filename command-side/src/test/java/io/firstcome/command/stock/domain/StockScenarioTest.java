package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.heldPreOrder;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.preOrdered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The life of one drop, told from its announcement to its end. */
class StockScenarioTest {

    private static final Instant OPENING = NOW.plus(Duration.ofHours(1));

    private final AxonStocks shop = new AxonStocks();

    @Test
    void givenDropOfFourMugs_whenTheCrowdComes_thenEachPieceHasOneBuyer() {
        // In the morning the shop announces a drop: two red mugs and two blue ones, three for each customer, from ten.
        Sale drop = Sale.ofRedAndBlue(2, 2).window(OPENING, null).limitPerUser(3);
        assertAccepted(drop.open(), drop.opened());
        // The process that sees to it comes after the endpoint, and has nothing to do.
        assertNothing(drop.open());

        // One more red one can be pre-ordered until ten, and Dora does.
        assertAccepted(Sale.openPreOrder(RED, 1, NOW, OPENING), Sale.preOrderOpened(RED, 1, NOW, OPENING));
        assertAccepted(hold("dora-1", "dora", preOrdered(RED)), Sale.held("dora-1", "dora", heldPreOrder(RED)));
        assertRefused("eve-1", "eve", HoldRefusal.OUT_OF_STOCK, hold("eve-1", "eve", preOrdered(RED)));

        // Anna is too early. Her order is rejected, and the next is another one.
        assertThat(shop.send(hold("anna-1", "anna", OPENING.minus(Sale.TICK), line(RED, 1))))
                .isEqualTo(Outcome.accepted(
                        Sale.refused("anna-1", "anna", HoldRefusal.SALE_NOT_OPEN, OPENING.minus(Sale.TICK))));

        // At ten she takes one of each. She says it twice, for she clicked twice; it is one hold.
        assertHeld("anna-2", "anna", line(RED, 1), line(BLUE, 1));
        assertNothing(hold("anna-2", "anna", OPENING, line(RED, 1), line(BLUE, 1)));

        // Ben wants both red ones, on two lines. There is one left, so he gets none, not even the blue one.
        assertLateRefused("ben-1", "ben", HoldRefusal.OUT_OF_STOCK, line(RED, 1), line(BLUE, 1), line(RED, 1));
        assertHeld("ben-2", "ben", line(RED, 1));
        assertLateRefused("anna-3", "anna", HoldRefusal.LIMIT_PER_USER, line(BLUE, 2));
        assertLateRefused("cleo-1", "cleo", HoldRefusal.SKU_NOT_FOUND, line(MUG, 1));

        // The server is restarted and has a snapshot to start from. Nobody notices.
        shop.snapshot(Sale.ID);

        // Anna pays. Ben does not; his hold expires, and two processes notice.
        assertAccepted(Sale.sell("anna-2"), Sale.sold("anna-2", "anna", heldLine(RED, 1), heldLine(BLUE, 1)));
        assertAccepted(Sale.release("ben-2", "ben"), Sale.released("ben-2", "ben", heldLine(RED, 1)));
        assertNothing(Sale.release("ben-2", "ben"));
        // His payment comes too late: nothing is held any more that could be sold.
        assertNothing(Sale.sell("ben-2"));

        // Cleo gets the red one that he had.
        assertHeld("cleo-2", "cleo", line(RED, 1));
        assertAccepted(Sale.sell("cleo-2"), Sale.sold("cleo-2", "cleo", heldLine(RED, 1)));

        // Anna sends both of hers back, and may have as many again.
        assertAccepted(
                Sale.takeBack("anna-2", "anna", line(RED, 1), line(BLUE, 1)),
                Sale.returned("anna-2", "anna", line(RED, 1), line(BLUE, 1)));
        assertNothing(Sale.takeBack("anna-2", "anna", line(RED, 1), line(BLUE, 1)));
        assertHeld("anna-4", "anna", line(BLUE, 2));

        // The shop ends the sale. Whoever comes now is told so, but what is held can still be paid.
        assertAccepted(Sale.close(), Sale.closed());
        assertNothing(Sale.close());
        assertLateRefused("ben-3", "ben", HoldRefusal.SALE_NOT_OPEN, line(RED, 1));
        assertAccepted(Sale.sell("anna-4"), Sale.sold("anna-4", "anna", heldLine(BLUE, 2)));
        assertAccepted(Sale.sell("dora-1"), Sale.sold("dora-1", "dora", heldPreOrder(RED)));
    }

    private void assertHeld(String order, String user, StockLine... lines) {
        HeldLine[] held = Arrays.stream(lines)
                .map(line -> heldLine(line.skuId(), line.quantity()))
                .toArray(HeldLine[]::new);
        assertAccepted(hold(order, user, OPENING, lines), Sale.held(order, user, OPENING, held));
    }

    private void assertLateRefused(String order, String user, HoldRefusal reason, StockLine... lines) {
        assertAccepted(hold(order, user, OPENING, lines), Sale.refused(order, user, reason, OPENING));
    }

    private void assertRefused(String order, String user, HoldRefusal reason, StockCommand command) {
        assertAccepted(command, Sale.refused(order, user, reason));
    }

    private void assertAccepted(StockCommand command, StockEvent event) {
        assertThat(shop.send(command)).isEqualTo(Outcome.accepted(event));
    }

    private void assertNothing(StockCommand command) {
        assertThat(shop.send(command)).isEqualTo(Outcome.nothing());
    }
}
