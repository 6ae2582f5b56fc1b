package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;

import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OpenStockTest {

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenNothing_whenOpened_thenItIsOfferedAsAsked() {
        Sale sale = Sale.ofRedAndBlue(10, 0).limitPerUser(2).window(NOW, NOW.plus(Duration.ofDays(1)));

        fixture.givenNoPriorActivity()
                .when(sale.open())
                .expectSuccessfulHandlerExecution()
                .expectEvents(sale.opened());
    }

    /** The endpoint and the process both open it; which comes second does nothing. */
    @Test
    void givenStock_whenOpenedAgain_thenNothingHappens() {
        fixture.given(Sale.of(10).opened())
                .when(Sale.of(10).open())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(Sale.of(10).opened())
                .when(Sale.of(99).limitPerUser(1).open())
                .expectNoEvents();
    }

    @Test
    void givenClosedSale_whenOpenedAgain_thenItStaysClosed() {
        fixture.given(Sale.of(10).opened(), Sale.closed())
                .when(Sale.of(10).open())
                .expectNoEvents();
    }

    @Test
    void givenOpening_whenSaleCloses_thenNothingIsHeldAnyMore() {
        fixture.given(Sale.of(10).opened()).when(Sale.close()).expectEvents(Sale.closed());
        fixture.given(Sale.of(10).opened(), Sale.closed())
                .when(Sale.close())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(Sale.of(10).opened(), Sale.closed())
                .when(hold("o1", "anna", line(MUG, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SALE_NOT_OPEN));
    }

    @Test
    void givenHold_whenTheSaleCloses_thenItStaysAndCanBeSold() {
        fixture.given(Sale.of(10).opened(), Sale.held("o1", "anna", heldLine(MUG, 1)), Sale.closed())
                .when(Sale.sell("o1"))
                .expectEvents(Sale.sold("o1", "anna", heldLine(MUG, 1)));
    }
}
