package io.firstcome.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.stock.StockState.Option;
import io.firstcome.query.stock.StockState.PreOrder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StockFoldTest {

    private final ProductTestData goods = new ProductTestData("1", "a", "b");

    private static StockState fold(DomainEventMessage<?>... events) {
        StockState state = null;
        for (DomainEventMessage<?> event : events) {
            state = StockFold.after(state, (StockEvent) event.getPayload(), event.getSequenceNumber());
        }
        return Objects.requireNonNull(state);
    }

    private static StockCounts pieces(StockState state, int option) {
        return state.options().get(option).pieces();
    }

    private static PreOrder preOrder(StockState state, int option) {
        return Objects.requireNonNull(state.options().get(option).preOrder());
    }

    @Test
    void givenAHold_whenItIsSoldAndReturned_thenThePiecesGoThroughEachState() {
        DomainEventMessage<?> opened = goods.opened(10);
        DomainEventMessage<?> received = goods.received(1, 5);
        DomainEventMessage<?> held = goods.held("h", 1, 4, false);
        DomainEventMessage<?> sold = goods.sold("h", 1, 4, false, ProductTestData.AT);
        DomainEventMessage<?> returned = goods.returned("h", 1, 3, false, ProductTestData.AT);

        assertThat(pieces(fold(opened, received), 1)).isEqualTo(new StockCounts(15, 15, 0, 0));
        assertThat(pieces(fold(opened, received, held), 1)).isEqualTo(new StockCounts(15, 11, 4, 0));
        assertThat(pieces(fold(opened, received, held), 1).onHand()).isEqualTo(15);
        assertThat(pieces(fold(opened, received, held, sold), 1)).isEqualTo(new StockCounts(15, 11, 0, 4));
        StockState last = fold(opened, received, held, sold, returned);
        assertThat(pieces(last, 1)).isEqualTo(new StockCounts(15, 14, 0, 1));
        assertThat(pieces(last, 0)).isEqualTo(new StockCounts(10, 10, 0, 0));
        assertThat(last.version()).isEqualTo(4);
        assertThat(last.total()).isEqualTo(new StockCounts(25, 24, 0, 1));
    }

    @Test
    void givenAHold_whenItIsReleasedOrRefused_thenNothingIsTaken() {
        StockState state = fold(
                goods.opened(10), goods.held("h", 0, 10, false), goods.refused("i"), goods.released("h", 0, 10, false));

        assertThat(pieces(state, 0)).isEqualTo(new StockCounts(10, 10, 0, 0));
        assertThat(state.version()).isEqualTo(3);
    }

    @Test
    void givenAPreOrder_whenItIsHeldAndSold_thenTheNormalStockIsUntouched() {
        StockState state = fold(
                goods.opened(10),
                goods.preOrderOpened(0, 5),
                goods.held("h", 0, 2, true),
                goods.held("i", 0, 1, true),
                goods.sold("h", 0, 2, true, ProductTestData.AT));

        assertThat(pieces(state, 0)).isEqualTo(new StockCounts(10, 10, 0, 0));
        assertThat(preOrder(state, 0))
                .isEqualTo(new PreOrder(
                        new StockCounts(5, 2, 1, 2),
                        ProductTestData.AT,
                        ProductTestData.AT.plus(Duration.ofDays(10)),
                        false));
        assertThat(state.options().get(1).preOrder()).isNull();
    }

    @Test
    void givenAPreOrder_whenItIsCancelledAndOpenedAgain_thenOnlyWhatIsTakenStays() {
        DomainEventMessage<?>[] cancelled = {
            goods.opened(10),
            goods.preOrderOpened(0, 5),
            goods.held("h", 0, 2, true),
            goods.sold("h", 0, 2, true, ProductTestData.AT),
            goods.held("i", 0, 1, true),
            goods.preOrderCancelled(0)
        };
        StockState first = fold(cancelled);
        StockState second = StockFold.after(
                first, (StockEvent) goods.released("i", 0, 1, true).getPayload(), 6);
        StockState third =
                StockFold.after(second, (StockEvent) goods.preOrderOpened(0, 7).getPayload(), 7);

        assertThat(preOrder(first, 0).pieces()).isEqualTo(new StockCounts(3, 0, 1, 2));
        assertThat(preOrder(first, 0).cancelled()).isTrue();
        assertThat(preOrder(second, 0).pieces()).isEqualTo(new StockCounts(3, 1, 0, 2));
        assertThat(preOrder(third, 0).pieces()).isEqualTo(new StockCounts(9, 7, 0, 2));
        assertThat(preOrder(third, 0).cancelled()).isFalse();
    }

    @Test
    void givenEventsThatCannotBe_whenFolded_thenTheyAreRefusedAndNothingNegativeIsMade() {
        assertRefused(null, goods.held("h", 0, 1, false));
        StockState ten = fold(goods.opened(10));
        assertRefused(ten, goods.held("h", 0, 11, false));
        assertRefused(ten, goods.released("h", 0, 1, false));
        assertRefused(ten, goods.sold("h", 0, 1, false, ProductTestData.AT));
        assertRefused(ten, goods.returned("h", 0, 1, false, ProductTestData.AT));
        assertRefused(ten, goods.held("h", 0, 1, true));
        assertRefused(ten, goods.preOrderCancelled(0));
        assertRefused(ten, new ProductTestData("1", "x").received(0, 1));
    }

    private static void assertRefused(@Nullable StockState state, DomainEventMessage<?> event) {
        assertThatThrownBy(() -> StockFold.after(state, (StockEvent) event.getPayload(), 1))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    @Test
    void givenAState_whenItIsJson_thenItComesBackTheSameAndNoneThatDoesNotAddUp() {
        JsonMapper json = JsonMapper.shared();
        StockState state = fold(goods.opened(10), goods.preOrderOpened(1, 5), goods.held("h", 1, 2, true));

        assertThat(json.readValue(json.writeValueAsString(state), StockState.class))
                .isEqualTo(state);
        StockState none = new StockState("1", List.of(new Option("a", StockCounts.NONE, null)), 3);
        String lying = json.writeValueAsString(none).replace("\"available\":0", "\"available\":-1");
        assertThatThrownBy(() -> json.readValue(lying, StockState.class)).isInstanceOf(RuntimeException.class);
    }
}
