package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.DATE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.axon.schedule.TaskCommands.CommandDeliveryException;
import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.stock.StockId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can still be had is asked of those that decide it. */
class SupplyTest {

    private final AnsweringBus bus = new AnsweringBus();
    private final Supply supply = new Supply(new TaskCommands(() -> bus));

    @Test
    void givenThingsOfAllKinds_whenCounted_thenEachIsAskedAndTheSumIsTold() {
        bus.has(COUPON, 3).has(PRODUCT, 40).has(DATE, 500);

        assertThat(supply.of(List.of(COUPON, PRODUCT, DATE), NOW)).hasValue(543);
        assertThat(bus.sent())
                .containsExactly(
                        new CountPieces(new CouponId("c1"), NOW),
                        new CountStock(new StockId("tea"), NOW),
                        new CountSeats(new DateId("d1"), NOW));
    }

    @Test
    void givenThingsThatDoNotAllExist_whenCounted_thenTheOthersCount() {
        bus.has(PRODUCT, 40);

        assertThat(supply.of(List.of(COUPON, PRODUCT, DATE), NOW)).hasValue(40);
    }

    /** Nothing is sold out that was never there. */
    @Test
    void givenThingsThatDoNotExist_whenCounted_thenThereIsNoNumber() {
        assertThat(supply.of(List.of(COUPON, DATE), NOW)).isEmpty();
    }

    @Test
    void givenOneSoldOutAndOneThatDoesNotExistYet_whenCounted_thenThereIsNoNumber() {
        bus.has(COUPON, 0);

        assertThat(supply.of(List.of(COUPON, DATE), NOW)).isEmpty();
        bus.has(DATE, 0);
        assertThat(supply.of(List.of(COUPON, DATE), NOW)).hasValue(0);
    }

    @Test
    void givenThingThatIsSoldOut_whenCounted_thenItIsNone() {
        assertThat(supply.of(List.of(COUPON), NOW)).isEmpty();
        bus.has(COUPON, 0);

        assertThat(supply.of(List.of(COUPON), NOW)).hasValue(0);
    }

    /** Half of a sum would say that something is sold out. */
    @Test
    void givenThingThatCanNotBeAsked_whenCounted_thenThereIsNoSumAtAll() {
        bus.has(COUPON, 0).has(PRODUCT, 40);
        bus.failOn(CountStock.class::isInstance);

        assertThatExceptionOfType(CommandDeliveryException.class)
                .isThrownBy(() -> supply.of(List.of(COUPON, PRODUCT), NOW));
    }
}
