package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Fixtures.refusal;
import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.ID;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.TICK;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.heldPreOrder;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.openPreOrder;
import static io.firstcome.command.stock.domain.Sale.preOrderCancelled;
import static io.firstcome.command.stock.domain.Sale.preOrderOpened;
import static io.firstcome.command.stock.domain.Sale.preOrdered;

import io.firstcome.command.stock.api.StockCommand.CancelPreOrder;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A window and a quantity apart from the normal stock, one piece a user. */
class PreOrderTest {

    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));
    private static final Sale DROP = Sale.of(5).window(UNTIL, null);

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    @Test
    void givenOneOption_whenPreOrderIsOpened_thenItNeedNotBeNamed() {
        fixture.given(DROP.opened())
                .when(openPreOrder(null, 3, NOW, UNTIL))
                .expectResultMessagePayload(preOrderOpened(MUG, 3, NOW, UNTIL))
                .expectEvents(preOrderOpened(MUG, 3, NOW, UNTIL));
        fixture.given(DROP.opened(), preOrderOpened(MUG, 3, NOW, UNTIL))
                .when(cancel(null))
                .expectResultMessagePayload(preOrderCancelled(MUG))
                .expectEvents(preOrderCancelled(MUG));
    }

    @Test
    void givenSeveralOptions_whenNoneOrAnotherIsNamed_thenItIsUnknown() {
        fixture.given(Sale.ofRedAndBlue(1, 1).opened())
                .when(openPreOrder(null, 3, NOW, UNTIL))
                .expectException(refusal(StockErrorCode.SKU_NOT_FOUND));
        fixture.given(Sale.ofRedAndBlue(1, 1).opened())
                .when(openPreOrder(MUG, 3, NOW, UNTIL))
                .expectException(refusal(StockErrorCode.SKU_NOT_FOUND));
        fixture.given(Sale.ofRedAndBlue(1, 1).opened())
                .when(cancel(MUG))
                .expectException(refusal(StockErrorCode.SKU_NOT_FOUND));
    }

    @Test
    void givenPreOrder_whenOpenedAgain_thenItExists() {
        fixture.given(DROP.opened(), preOrderOpened(MUG, 3, NOW, UNTIL))
                .when(openPreOrder(MUG, 9, NOW, UNTIL))
                .expectNoEvents()
                .expectException(refusal(StockErrorCode.PRE_ORDER_EXISTS));
    }

    @Test
    void givenNoPreOrder_whenCancelled_thenThereIsNone() {
        fixture.given(DROP.opened())
                .when(cancel(MUG))
                .expectNoEvents()
                .expectException(refusal(StockErrorCode.PRE_ORDER_NOT_FOUND));
        fixture.given(DROP.opened(), preOrderOpened(MUG, 3, NOW, UNTIL), preOrderCancelled(MUG))
                .when(cancel(MUG))
                .expectNoEvents()
                .expectException(refusal(StockErrorCode.PRE_ORDER_NOT_FOUND));
    }

    @Test
    void givenSaleThatHasNotBegun_whenPreOrdered_thenOnlyThePreOrderIsOpen() {
        given().when(hold("o1", "anna", preOrdered(MUG))).expectEvents(Sale.held("o1", "anna", heldPreOrder(MUG)));
        given().when(hold("o1", "anna", line(MUG, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SALE_NOT_OPEN));
        given().when(hold("o1", "anna", preOrdered(MUG), line(MUG, 1)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SALE_NOT_OPEN));
    }

    @Test
    void givenPreOrder_whenAskedOutsideOfItsWindow_thenItIsNotOpen() {
        expectPreOrderAt(NOW.minus(TICK), false);
        expectPreOrderAt(NOW, true);
        expectPreOrderAt(UNTIL.minus(TICK), true);
        expectPreOrderAt(UNTIL, false);
    }

    private void expectPreOrderAt(Instant at, boolean open) {
        given().when(hold("o1", "anna", at, preOrdered(MUG)))
                .expectEvents(
                        open
                                ? Sale.held("o1", "anna", at, heldPreOrder(MUG))
                                : Sale.refused("o1", "anna", HoldRefusal.PRE_ORDER_NOT_OPEN, at));
    }

    @Test
    void givenNoPreOrderOfThisOption_whenAsked_thenItIsNotOpen() {
        fixture.given(Sale.ofRedAndBlue(5, 5).opened(), preOrderOpened(RED, 3, NOW, UNTIL))
                .when(hold("o1", "anna", preOrdered(BLUE)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.PRE_ORDER_NOT_OPEN));
        fixture.given(DROP.opened(), preOrderOpened(MUG, 3, NOW, UNTIL), preOrderCancelled(MUG))
                .when(hold("o1", "anna", preOrdered(MUG)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.PRE_ORDER_NOT_OPEN));
    }

    @Test
    void givenWithdrawnProduct_whenPreOrdered_thenItIsNotSold() {
        fixture.given(DROP.opened(), preOrderOpened(MUG, 3, NOW, UNTIL), Sale.closed())
                .when(hold("o1", "anna", preOrdered(MUG)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.SALE_NOT_OPEN));
    }

    @Test
    void givenUserWhoHasOne_whenPreOrderedAgain_thenOneIsTheLimit() {
        given(Sale.held("o1", "anna", heldPreOrder(MUG)))
                .when(hold("o2", "anna", preOrdered(MUG)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        given(Sale.held("o1", "anna", heldPreOrder(MUG)), Sale.sold("o1", "anna", heldPreOrder(MUG)))
                .when(hold("o2", "anna", preOrdered(MUG)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        given().when(hold("o1", "anna", preOrdered(MUG), preOrdered(MUG)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
        given().when(hold("o1", "anna", new StockLine(MUG, 2, true)))
                .expectEvents(Sale.refused("o1", "anna", HoldRefusal.LIMIT_PER_USER));
    }

    @Test
    void givenUserWhoHadOne_whenItWasReleasedOrReturned_thenAnotherMayBeTheirs() {
        given(Sale.held("o1", "anna", heldPreOrder(MUG)), Sale.released("o1", "anna", heldPreOrder(MUG)))
                .when(hold("o2", "anna", preOrdered(MUG)))
                .expectEvents(Sale.held("o2", "anna", heldPreOrder(MUG)));
        given(
                        Sale.held("o1", "anna", heldPreOrder(MUG)),
                        Sale.sold("o1", "anna", heldPreOrder(MUG)),
                        Sale.returned("o1", "anna", preOrdered(MUG)))
                .when(hold("o2", "anna", preOrdered(MUG)))
                .expectEvents(Sale.held("o2", "anna", heldPreOrder(MUG)));
    }

    @Test
    void givenQuantity_whenItIsGone_thenTheNormalStockIsNotTouched() {
        given(
                        Sale.held("o1", "anna", heldPreOrder(MUG)),
                        Sale.held("o2", "ben", heldPreOrder(MUG)),
                        Sale.sold("o2", "ben", heldPreOrder(MUG)))
                .when(hold("o3", "cleo", preOrdered(MUG)))
                .expectEvents(Sale.refused("o3", "cleo", HoldRefusal.OUT_OF_STOCK));
        given(Sale.held("o1", "anna", heldPreOrder(MUG)), Sale.held("o2", "ben", heldPreOrder(MUG)))
                .when(hold("o3", "cleo", UNTIL, line(MUG, 5)))
                .expectEvents(Sale.held("o3", "cleo", UNTIL, heldLine(MUG, 5)));
    }

    @Test
    void givenOpenSale_whenPreOrderedAndOrderedAtOnce_thenTheLinesAreApart() {
        fixture.given(Sale.of(5).opened(), preOrderOpened(MUG, 3, NOW, UNTIL))
                .when(hold("o1", "anna", line(MUG, 2), preOrdered(MUG), line(MUG, 3)))
                .expectEvents(Sale.held("o1", "anna", heldLine(MUG, 5), heldPreOrder(MUG)));
    }

    @Test
    void givenCancelledPreOrder_whenOpenedAnew_thenItsQuantityIsNewAndWhatIsHeldStays() {
        Object[] past = {
            Sale.of(5).opened(),
            preOrderOpened(MUG, 5, NOW, UNTIL),
            Sale.held("o1", "anna", heldPreOrder(MUG)),
            preOrderCancelled(MUG),
            preOrderOpened(MUG, 1, NOW, UNTIL)
        };

        fixture.given(past).when(Sale.sell("o1")).expectEvents(Sale.sold("o1", "anna", heldPreOrder(MUG)));
        fixture.given(past)
                .when(hold("o2", "anna", preOrdered(MUG)))
                .expectEvents(Sale.refused("o2", "anna", HoldRefusal.LIMIT_PER_USER));
        fixture.given(past)
                .when(hold("o2", "ben", preOrdered(MUG)))
                .expectEvents(Sale.held("o2", "ben", heldPreOrder(MUG)));
        fixture.given(past)
                .andGiven(Sale.held("o2", "ben", heldPreOrder(MUG)))
                .when(hold("o3", "cleo", preOrdered(MUG)))
                .expectEvents(Sale.refused("o3", "cleo", HoldRefusal.OUT_OF_STOCK));
    }

    private TestExecutor<Stock> given(Object... more) {
        return fixture.given(DROP.opened(), preOrderOpened(MUG, 2, NOW, UNTIL)).andGiven(more);
    }

    private static CancelPreOrder cancel(@Nullable SkuId sku) {
        return new CancelPreOrder(ID, sku, NOW);
    }
}
