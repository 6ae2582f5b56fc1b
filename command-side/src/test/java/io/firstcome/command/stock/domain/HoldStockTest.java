package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;

import io.firstcome.events.stock.HoldRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HoldStockTest {

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenNoStock_whenHeld_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(hold("o1", "anna", line(MUG, 1)))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void givenLastPieces_whenHeld_thenTheyAreHeldAtTheirPrice() {
        fixture.given(Sale.of(3).opened())
                .when(hold("o1", "anna", line(MUG, 3)))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, 3)));
    }

    @Test
    void givenOneLessThanAskedFor_whenHeld_thenNoneIsHeld() {
        fixture.given(Sale.of(2).opened())
                .when(hold("o1", "anna", line(MUG, 3)))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
    }

    /** pitfalls.md: availability checked on a number that is never lowered. */
    @Test
    void givenHeldPieces_whenOthersAsk_thenTheyAreNotThere() {
        fixture.given(Sale.of(10).opened(), Sale.held("o1", "anna", heldLine(MUG, 8)))
                .when(hold("o2", "ben", line(MUG, 3)))
                .expectEvents(Sale.refused("o2", "ben", HoldRefusal.OUT_OF_STOCK));
        fixture.given(Sale.of(10).opened(), Sale.held("o1", "anna", heldLine(MUG, 8)))
                .when(hold("o2", "ben", line(MUG, 2)))
                .expectEvents(Sale.held("o2", "ben", heldLine(MUG, 2)));
    }

    /** pitfalls.md: lines of one order for the same SKU are checked one by one. */
    @Test
    void givenTwoLinesOfOneOption_whenHeld_thenTheyCountTogether() {
        fixture.given(Sale.of(10).opened())
                .when(hold("o1", "anna", line(MUG, 6), line(MUG, 5)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
        fixture.given(Sale.of(10).opened())
                .when(hold("o1", "anna", line(MUG, 6), line(MUG, 4)))
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, 10)));
    }

    @Test
    void givenTwoLinesThatOverflowAnInt_whenHeld_thenThereIsNotSoMuch() {
        fixture.given(Sale.of(10).opened())
                .when(hold("o1", "anna", line(MUG, Integer.MAX_VALUE), line(MUG, Integer.MAX_VALUE), line(MUG, 4)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
    }

    @Test
    void givenLinesOfTwoOptions_whenOneIsShort_thenNoneIsHeld() {
        fixture.given(Sale.ofRedAndBlue(5, 1).opened())
                .when(hold("o1", "anna", line(RED, 1), line(BLUE, 2)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
        fixture.given(Sale.ofRedAndBlue(5, 1).opened(), Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK))
                .when(hold("o2", "ben", line(RED, 5), line(BLUE, 1)))
                .expectEvents(Sale.held("o2", "ben", heldLine(RED, 5), heldLine(BLUE, 1)));
    }

    @Test
    void givenUnknownOption_whenHeld_thenItIsTold() {
        fixture.given(Sale.of(5).opened())
                .when(hold("o1", "anna", line(MUG, 1), line(RED, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SKU_NOT_FOUND));
    }

    static Stream<List<?>> pastsOfAHold() {
        Sale sale = Sale.of(5);
        return Stream.of(
                List.of(sale.opened(), Sale.held("o1", "anna", heldLine(MUG, 2))),
                List.of(sale.opened(), Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK)),
                List.of(
                        sale.opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.released("o1", "anna", heldLine(MUG, 2))),
                List.of(
                        sale.opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.sold("o1", "anna", heldLine(MUG, 2))),
                List.of(
                        sale.opened(),
                        Sale.held("o1", "anna", heldLine(MUG, 2)),
                        Sale.sold("o1", "anna", heldLine(MUG, 2)),
                        Sale.returned("o1", "anna", line(MUG, 2))));
    }

    /** Processes say everything at least once. */
    @ParameterizedTest
    @MethodSource("pastsOfAHold")
    void givenHoldThatWasDecided_whenSaidAgain_thenNothingHappens(List<?> past) {
        fixture.given(past)
                .when(hold("o1", "anna", line(MUG, 2)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenHold_whenTheSameUserHoldsAgainForAnotherOrder_thenItIsAnotherHold() {
        fixture.given(Sale.of(5).opened(), Sale.held("o1", "anna", heldLine(MUG, 2)))
                .when(hold("o2", "anna", line(MUG, 3)))
                .expectEvents(Sale.held("o2", "anna", heldLine(MUG, 3)));
    }
}
