package io.firstcome.command.stock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.contract.RejectionCode.Kind;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is no command. */
class StockCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final StockId ID = new StockId("mug");
    private static final SkuId MUG = new SkuId("mug");

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_000_001})
    void givenQuantityOutOfRange_whenReceivedOrPreOrdered_thenNoCommand(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiveStock(ID, MUG, quantity, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenPreOrder(ID, MUG, quantity, NOW, NOW.plusSeconds(1), NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000_000})
    void givenQuantityAtItsBound_whenReceivedOrPreOrdered_thenCommand(int quantity) {
        assertThat(new ReceiveStock(ID, null, quantity, NOW).aggregateId()).isEqualTo("stock:mug");
        assertThat(new OpenPreOrder(ID, null, quantity, NOW, NOW.plusSeconds(1), NOW).quantity())
                .isEqualTo(quantity);
    }

    @Test
    void givenWindowThatEndsAsItBegins_whenPreOrderIsOpened_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenPreOrder(ID, MUG, 1, NOW, NOW, NOW));
    }

    @Test
    void givenNoLines_whenHeldOrReturned_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> hold(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> takeBack(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void givenLineWithoutPieces_whenHeldOrReturned_thenNoCommand(int quantity) {
        List<StockLine> lines = List.of(new StockLine(MUG, 1, false), new StockLine(MUG, quantity, false));

        assertThatIllegalArgumentException().isThrownBy(() -> hold(lines));
        assertThatIllegalArgumentException().isThrownBy(() -> takeBack(lines));
    }

    @Test
    void givenNoOffers_whenOpened_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenStock(ID, List.of(), null, null, null, NOW));
    }

    @Test
    void givenProductThatWasWithdrawn_whenItsSaleIsClosed_thenItIsTheSaleOfItsStock() {
        assertThat(new CloseSale(new ProductWithdrawn(new ProductId("mug"), NOW)))
                .isEqualTo(new CloseSale(ID, NOW));
    }

    /** Clients compare with these names: a name once published never changes. */
    @Test
    void givenPublishedCodes_whenListed_thenNamesAndKindsAreAsPublished() {
        assertThat(Arrays.stream(StockErrorCode.values()).map(code -> code.kind() + " " + code.name()))
                .containsExactlyInAnyOrder(
                        Kind.NOT_FOUND + " PRODUCT_NOT_FOUND",
                        Kind.NOT_FOUND + " SKU_NOT_FOUND",
                        Kind.CONFLICT + " PRE_ORDER_EXISTS",
                        Kind.CONFLICT + " PRE_ORDER_NOT_FOUND");
        assertThat(StockErrorCode.values())
                .allSatisfy(code -> assertThat(code.title()).isNotBlank().hasSizeLessThan(80));
    }

    private static HoldStock hold(List<StockLine> lines) {
        return new HoldStock(ID, new HoldId("o1"), new OrderId("o1"), new UserId("anna"), lines, NOW, NOW);
    }

    private static ReturnStock takeBack(List<StockLine> lines) {
        return new ReturnStock(ID, new HoldId("o1"), new OrderId("o1"), new UserId("anna"), lines, NOW);
    }
}
