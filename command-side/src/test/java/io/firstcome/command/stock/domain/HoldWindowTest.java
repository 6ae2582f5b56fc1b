package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.TICK;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;

import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The window is the command's instant against the sale's, its end not included. */
class HoldWindowTest {

    private static final Instant OPENING = NOW.plus(Duration.ofHours(1));
    private static final Instant CLOSING = OPENING.plus(Duration.ofHours(8));

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenDrop_whenHeldBeforeItsInstant_thenItIsNotOpen() {
        expectNotOpen(Sale.of(5).window(OPENING, CLOSING), OPENING.minus(TICK));
        expectNotOpen(Sale.of(5).window(OPENING, null), OPENING.minus(TICK));
    }

    @Test
    void givenDrop_whenHeldAtItsInstant_thenItIsHeld() {
        expectHeld(Sale.of(5).window(OPENING, CLOSING), OPENING);
        expectHeld(Sale.of(5).window(OPENING, null), OPENING);
    }

    @Test
    void givenSale_whenHeldAtTheLastInstant_thenItIsHeldAndNoLonger() {
        expectHeld(Sale.of(5).window(OPENING, CLOSING), CLOSING.minus(TICK));
        expectNotOpen(Sale.of(5).window(OPENING, CLOSING), CLOSING);
        expectNotOpen(Sale.of(5).window(null, CLOSING), CLOSING);
    }

    @Test
    void givenNoWindow_whenHeld_thenItIsAlwaysOpen() {
        expectHeld(Sale.of(5), NOW.minus(Duration.ofDays(9_000)));
        expectHeld(Sale.of(5), NOW.plus(Duration.ofDays(9_000)));
    }

    private void expectHeld(Sale sale, Instant at) {
        fixture.given(sale.opened())
                .when(hold("o1", "anna", at, line(MUG, 1)))
                .expectEvents(Sale.held("o1", "anna", at, heldLine(MUG, 1)));
    }

    private void expectNotOpen(Sale sale, Instant at) {
        fixture.given(sale.opened())
                .when(hold("o1", "anna", at, line(MUG, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SALE_NOT_OPEN, at));
    }
}
