package io.firstcome.command.process.fulfilment;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.HOLD_EXPIRES;
import static io.firstcome.command.process.ExampleOrder.LATE_HOLD;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.concert.api.DateCommand.HoldSeats;
import io.firstcome.command.concert.api.DateCommand.ReleaseSeats;
import io.firstcome.command.concert.api.DateCommand.SellSeats;
import io.firstcome.command.order.api.OrderCommand.AcceptLatePayment;
import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RejectOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.OrderExpiries;
import io.firstcome.command.process.ProcessFixture;
import io.firstcome.command.process.StoredExampleOrder;
import io.firstcome.command.process.latepayment.LatePaymentSaga;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order of seats, by the processes that all orders go through. */
class SeatFulfilmentTest {

    private static final DateId DATE = new DateId("d1");
    private static final List<OrderLine> LINES = List.of(OrderLine.ofSeat(DATE, 7), OrderLine.ofSeat(DATE, 8));
    private static final OrderedDate ORDERED = new OrderedDate(new ConcertId("c1"), DATE, NOW.plus(Duration.ofDays(1)));
    private static final OrderPlaced PLACED = new OrderPlaced(ORDER, ANNA, LINES, null, HOLD_EXPIRES, ORDERED, NOW);
    private static final ReleaseSeats RELEASE = new ReleaseSeats(DATE, FIRST_HOLD, ORDER, ANNA, NOW);
    private static final OrderPaymentLate LATE =
            new OrderPaymentLate(ORDER, ANNA, PAYMENT, LINES, 40_000, 0, true, NOW);

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final OrderFulfilment fulfilment =
            new OrderFulfilment(sent::add, StoredExampleOrder.of(PLACED), NoTime.INSTANCE, ShippingTerms.USUAL);
    private final ProcessFixture<LatePaymentSaga> saga = ProcessFixture.of(LatePaymentSaga.class);

    /** The deadline is that of any order. */
    private enum NoTime implements OrderExpiries {
        INSTANCE;

        @Override
        public void schedule(OrderId order, Instant at) {}

        @Override
        public void cancel(OrderId order) {}
    }

    private static SeatsHeld held(HoldId hold) {
        List<Seat> seats = List.of(new Seat(7, "VIP", 20_000), new Seat(8, "VIP", 20_000));
        return new SeatsHeld(DATE, hold, ORDER, ANNA, seats, HOLD_EXPIRES, NOW);
    }

    private static SeatsRefused refused(HoldId hold, HoldRefusal reason, List<Integer> seats) {
        return new SeatsRefused(DATE, hold, ORDER, ANNA, reason, seats, NOW);
    }

    private static HoldSeats hold(HoldId hold, Instant until) {
        return new HoldSeats(DATE, hold, ORDER, ANNA, List.of(7, 8), until, NOW);
    }

    @Test
    void givenNothing_whenPlaced_thenItsDateHoldsTheSeats() {
        fulfilment.on(PLACED, NOW);

        assertThat(sent).containsExactly(hold(FIRST_HOLD, HOLD_EXPIRES));
    }

    @Test
    void givenPlaced_whenTheDateHolds_thenTheOrderLearnsOfThePricesAndNothingIsToBeSent() {
        fulfilment.on(held(FIRST_HOLD), NOW);

        assertThat(sent)
                .containsExactly(new RecordHold(
                        ORDER,
                        List.of(
                                PricedLine.ofSeat(DATE, new Seat(7, "VIP", 20_000)),
                                PricedLine.ofSeat(DATE, new Seat(8, "VIP", 20_000))),
                        ShippingTerms.NOTHING_TO_SEND,
                        NOW));
    }

    @Test
    void givenPlaced_whenTheDateRefuses_thenTheOrderIsRejectedForTheSeatsThatAreTaken() {
        fulfilment.on(refused(FIRST_HOLD, HoldRefusal.SEAT_TAKEN, List.of(8)), NOW);
        fulfilment.on(refused(FIRST_HOLD, HoldRefusal.LIMIT_PER_USER, List.of()), NOW);

        assertThat(sent)
                .containsExactly(
                        new RejectOrder(ORDER, HoldRefusal.SEAT_TAKEN, List.of(8), NOW),
                        new RejectOrder(ORDER, HoldRefusal.LIMIT_PER_USER, null, NOW));
    }

    @Test
    void givenTheReservationOfALatePayment_whenAnswered_thenItIsAnothersBusiness() {
        fulfilment.on(held(LATE_HOLD), NOW);
        fulfilment.on(refused(LATE_HOLD, HoldRefusal.SEAT_TAKEN, List.of(7)), NOW);

        assertThat(sent).isEmpty();
    }

    /** The date that refused holds nothing. */
    @Test
    void givenPlaced_whenRejected_thenNothingIsReleased() {
        fulfilment.on(new OrderRejected(ORDER, ANNA, HoldRefusal.SEAT_TAKEN, List.of(7), NOW), NOW);

        assertThat(sent).isEmpty();
    }

    @Test
    void givenHeldSeats_whenTheOrderExpiresOrIsCancelled_thenTheyAreReleased() {
        fulfilment.on(new OrderExpired(ORDER, ANNA, NOW), NOW);
        fulfilment.on(new OrderCancelled(ORDER, ANNA, CancelReason.ASKED_FOR, null, null, LINES, NOW), NOW);

        assertThat(sent).containsExactly(RELEASE, RELEASE);
    }

    @Test
    void givenHeldSeats_whenPaid_thenTheyAreSold() {
        fulfilment.on(new OrderPaid(ORDER, ANNA, PAYMENT, LINES, FIRST_HOLD, 40_000, 0, NOW), NOW);

        assertThat(sent).containsExactly(new SellSeats(DATE, FIRST_HOLD, NOW));
    }

    @Test
    void givenExpiredOrder_whenPaidLate_thenItsSeatsAreHeldAgain() {
        saga.given()
                .whenPublishingA(LATE)
                .expectDispatchedCommands(hold(LATE_HOLD, NOW.plus(Duration.ofMinutes(30))))
                .expectActiveSagas(1);
    }

    @Test
    void givenSeatsStillFree_whenHeldAgain_thenTheOrderIsCompleted() {
        saga.given(LATE)
                .whenPublishingA(held(LATE_HOLD))
                .expectDispatchedCommands(new AcceptLatePayment(ORDER, PAYMENT, LATE_HOLD, NOW))
                .expectActiveSagas(1);
    }

    @Test
    void givenSeatsOfAnother_whenRefused_thenThePaymentIsRefunded() {
        saga.given(LATE)
                .whenPublishingA(refused(LATE_HOLD, HoldRefusal.SEAT_TAKEN, List.of(7)))
                .expectDispatchedCommands(
                        new RefundPayment(
                                PAYMENT,
                                new RefundId("p1-late"),
                                null,
                                "The order had expired and is no longer in stock",
                                null,
                                NOW),
                        new ReleaseSeats(DATE, LATE_HOLD, ORDER, ANNA, NOW))
                .expectActiveSagas(0);
    }
}
