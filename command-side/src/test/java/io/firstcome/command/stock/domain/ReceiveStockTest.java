package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Fixtures.refusal;
import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.receive;
import static io.firstcome.command.stock.domain.Sale.received;

import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent.StockReceived;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReceiveStockTest {

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenOneOption_whenPiecesComeIn_thenItNeedNotBeNamed() {
        fixture.given(Sale.of(0).opened())
                .when(receive(null, 5))
                .expectResultMessagePayload(received(MUG, 5))
                .expectEvents(received(MUG, 5));
        fixture.given(Sale.of(0).opened()).when(receive(MUG, 5)).expectEvents(received(MUG, 5));
    }

    @Test
    void givenSeveralOptions_whenPiecesComeIn_thenOneMustBeNamed() {
        fixture.given(Sale.ofRedAndBlue(1, 1).opened())
                .when(receive(null, 5))
                .expectNoEvents()
                .expectException(refusal(StockErrorCode.SKU_NOT_FOUND));
        fixture.given(Sale.ofRedAndBlue(1, 1).opened()).when(receive(BLUE, 5)).expectEvents(received(BLUE, 5));
    }

    @Test
    void givenOption_whenAnotherIsNamed_thenItIsUnknown() {
        fixture.given(Sale.of(1).opened())
                .when(receive(RED, 5))
                .expectNoEvents()
                .expectException(refusal(StockErrorCode.SKU_NOT_FOUND));
    }

    @Test
    void givenNothing_whenPiecesComeIn_thenTheyCanBeHeldAndNotOneMore() {
        fixture.given(Sale.of(1).opened(), received(MUG, 2))
                .when(hold("o1", "anna", line(MUG, 3)))
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, 3)));
        fixture.given(Sale.of(1).opened(), received(MUG, 2))
                .when(hold("o1", "anna", line(MUG, 4)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
    }

    /** The sum of many receipts is more than an int holds, and does not turn negative. */
    @Test
    void givenMoreThanTwoThousandMillions_whenHeld_thenThereIsEnough() {
        StockReceived[] receipts = IntStream.range(0, 30)
                .mapToObj(number -> received(MUG, ReceiveStock.MAX_QUANTITY))
                .toArray(StockReceived[]::new);

        fixture.given(Sale.of(1).opened())
                .andGiven((Object[]) receipts)
                .when(hold("o1", "anna", line(MUG, ReceiveStock.MAX_QUANTITY)))
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, ReceiveStock.MAX_QUANTITY)));
        fixture.given(Sale.of(1).opened())
                .andGiven((Object[]) receipts)
                .when(hold("o1", "anna", line(MUG, Integer.MAX_VALUE), line(MUG, Integer.MAX_VALUE)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
    }
}
