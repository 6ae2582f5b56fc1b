package io.firstcome.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.command.process.ProcessRunner.Crash;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.stock.HoldId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/**
 * Whole random histories of orders, run by the real processes on the real aggregates, with crashes between any two steps: stock, money and
 * coupons are conserved, and everything comes to an end.
 */
class OrderHistoryPropertiesTest {

    private static final int CONTROL_HISTORIES = 40;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void givenAnyHistoryWithCrashes_whenItIsOver_thenNothingIsLostMadeOrLeftHanging(@ForAll long seed) {
        try (OrderHistory history = new OrderHistory(seed, Crash.UNDONE, UnaryOperator.identity())) {
            assertThat(history.tell().summary()).isNotEmpty();
        }
    }

    /** Without being driven they hang: see below. */
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void givenAnyHistoryWithLostCommands_whenItsOrdersAreDriven_thenNothingIsLostMadeOrLeftHanging(@ForAll long seed) {
        try (OrderHistory history = new OrderHistory(seed, Crash.COMMANDS_LOST, UnaryOperator.identity())) {
            assertThat(history.driven().tell().summary()).isNotEmpty();
        }
    }

    /** Driving on what is as it should be changes nothing. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void givenAnyHistoryThatIsOver_whenItsOrdersAreDriven_thenNothingHappens(@ForAll long seed) {
        try (OrderHistory history = new OrderHistory(seed, Crash.UNDONE, UnaryOperator.identity())) {
            assertThat(history.tell().summary()).isNotEmpty();
            assertThat(history.drive()).isFalse();
        }
    }

    /** Otherwise the property would say little. */
    @Test
    void givenSomeHistories_whenTheyAreOver_thenEverythingHasHappenedInThem() {
        Set<String> ends = new TreeSet<>();
        Set<String> events = new TreeSet<>();
        for (long seed = 0; seed < CONTROL_HISTORIES; seed++) {
            try (OrderHistory history = new OrderHistory(seed, Crash.UNDONE, UnaryOperator.identity())) {
                ends.addAll(history.tell().summary().keySet());
                events.addAll(history.eventNames());
            }
        }
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        "PAID", "SHIPPED", "DELIVERED", "REJECTED", "CANCELLED", "EXPIRED", "REFUNDED");
        assertThat(events)
                .contains(
                        "OrderPaymentRefused",
                        "OrderPaymentLate",
                        "OrderPaid by a late payment",
                        "OrderReturned",
                        "StockHoldRefused",
                        "StockReturned",
                        "SeatsRefused",
                        "SeatsSold",
                        "SeatsReleased",
                        "SeatsReturned",
                        "CouponRedemptionRefused",
                        "CouponRestored",
                        "PointsSpendRefused",
                        "PointsRefunded",
                        "PaymentDeclined",
                        "PaymentOutcomeUnknown",
                        "CardRefunded",
                        "PaymentRefundFailed",
                        "OrderRefundStarted",
                        "OrderRefundFailed",
                        "PaymentSettled");
    }

    @Test
    void givenCrashesThatKeepTheStateAndLoseCommands_whenItIsOver_thenItIsNoticed() {
        assertThatThrownBy(() -> LongStream.range(0, CONTROL_HISTORIES).forEach(seed -> {
                    try (OrderHistory history = new OrderHistory(seed, Crash.COMMANDS_LOST, UnaryOperator.identity())) {
                        history.tell();
                    }
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void givenRepeatedHoldsThatAreTakenForNewOnes_whenItIsOver_thenItIsNoticed() {
        assertThatThrownBy(() -> LongStream.range(0, CONTROL_HISTORIES).forEach(seed -> {
                    try (OrderHistory history = new OrderHistory(seed, Crash.UNDONE, forgetful())) {
                        history.tell();
                    }
                }))
                .isInstanceOf(AssertionError.class);
    }

    /** As it was before the order decided: a whole refund began at the payment, whatever the order did. */
    @Test
    void givenRefundsThatPassTheOrderBy_whenItIsOver_thenOneWasSentAndGivenBack() {
        assertThatThrownBy(() -> LongStream.range(0, CONTROL_HISTORIES).forEach(seed -> {
                    try (OrderHistory history = new OrderHistory(seed, Crash.UNDONE, UnaryOperator.identity())) {
                        history.refundsPassTheOrderBy().tell();
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sent and given back");
    }

    /** Makes a new reservation of one that is asked for again: what a stock does that is not idempotent. */
    private static UnaryOperator<AggregateCommand> forgetful() {
        Set<AggregateCommand> seen = new HashSet<>();
        return command -> seen.add(command) || !(command instanceof HoldStock hold) ? command : anew(hold, seen.size());
    }

    private static HoldStock anew(HoldStock hold, int number) {
        return new HoldStock(
                hold.stockId(),
                new HoldId(hold.holdId().value() + "-again" + number),
                hold.orderId(),
                hold.userId(),
                hold.lines(),
                hold.heldUntil(),
                hold.at());
    }
}
