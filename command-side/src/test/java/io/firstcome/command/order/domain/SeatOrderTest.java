package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.Orders.EXPIRY;
import static io.firstcome.command.order.domain.Orders.ID;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.USER;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.order.api.OrderCommand.CancelOrder;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RejectOrder;
import io.firstcome.command.order.api.OrderCommand.ShipOrder;
import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different when an order is of seats. */
class SeatOrderTest {

    static final DateId DATE = new DateId("d1");
    static final Instant STARTS_AT = NOW.plus(Duration.ofDays(1));
    static final OrderedDate ORDERED = new OrderedDate(new ConcertId("c1"), DATE, STARTS_AT);
    static final List<OrderLine> LINES = List.of(OrderLine.ofSeat(DATE, 7));
    private static final List<PricedLine> PRICED = List.of(PricedLine.ofSeat(DATE, new Seat(7, "VIP", 20_000)));

    private static final OrderPlaced PLACED = new OrderPlaced(ID, USER, LINES, null, EXPIRY, ORDERED, NOW);
    private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ID, USER, PRICED, 20_000, 0, EXPIRY, NOW);
    private static final OrderPaid PAID = new OrderPaid(ID, USER, P1, LINES, Orders.HOLD, 20_000, 0, NOW);

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    private static PlaceOrder place(@Nullable ProductId unknown, @Nullable OrderedDate date) {
        return new PlaceOrder(ID, USER, LINES, null, unknown, EXPIRY, date, NOW);
    }

    private static Matcher<Throwable> rejection(OrderErrorCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection && rejection.code() == code);
    }

    @Test
    void givenNothing_whenPlaced_thenItHasItsDate() {
        fixture.givenNoPriorActivity().when(place(null, ORDERED)).expectEvents(PLACED);
    }

    @Test
    void givenNoSuchDate_whenPlaced_thenTheDateIsNotFound() {
        fixture.givenNoPriorActivity()
                .when(place(new ProductId("d1"), null))
                .expectNoEvents()
                .expectException(rejection(OrderErrorCode.DATE_NOT_FOUND));
    }

    @Test
    void givenSeatsOfTwoDates_whenMade_thenItIsNoCommand() {
        List<OrderLine> lines = List.of(OrderLine.ofSeat(DATE, 7), OrderLine.ofSeat(new DateId("d2"), 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaceOrder(ID, USER, lines, null, null, EXPIRY, ORDERED, NOW));
    }

    @Test
    void givenSeatsAreHeld_whenRecorded_thenNothingIsToBeSent() {
        fixture.given(PLACED)
                .when(new RecordHold(ID, PRICED, ShippingTerms.NOTHING_TO_SEND, NOW))
                .expectEvents(CONFIRMED);
    }

    @Test
    void givenTakenSeats_whenRejected_thenTheyAreNamed() {
        fixture.given(PLACED)
                .when(new RejectOrder(ID, HoldRefusal.SEAT_TAKEN, List.of(7), NOW))
                .expectEvents(new OrderRejected(ID, USER, HoldRefusal.SEAT_TAKEN, List.of(7), NOW));
    }

    @Test
    void givenPaidSeats_whenShipped_thenTheyAreNotSent() {
        fixture.given(PLACED, CONFIRMED, OrderEvents.started(P1), PAID)
                .when(new ShipOrder(ID, NOW))
                .expectNoEvents()
                .expectException(rejection(OrderErrorCode.ORDER_NOT_PAID));
    }

    @Test
    void givenPaidSeats_whenCancelledBeforeTheConcert_thenTheyAreGivenBack() {
        Instant at = STARTS_AT.minusNanos(1_000);
        fixture.given(PLACED, CONFIRMED, OrderEvents.started(P1), PAID)
                .when(new CancelOrder(ID, USER, at))
                .expectEvents(new OrderCancelled(ID, USER, CancelReason.ASKED_FOR, P1, Orders.HOLD, LINES, at));
    }

    @Test
    void givenPaidSeats_whenCancelledOnceTheConcertHasStarted_thenItIsTooLate() {
        fixture.given(PLACED, CONFIRMED, OrderEvents.started(P1), PAID)
                .when(new CancelOrder(ID, USER, STARTS_AT))
                .expectNoEvents()
                .expectException(rejection(OrderErrorCode.ORDER_NOT_CANCELLABLE));
    }

    /** Who does not pay gets no seat, whenever that is. */
    @Test
    void givenUnpaidSeats_whenCancelledOnceTheConcertHasStarted_thenItIsCancelled() {
        fixture.given(PLACED, CONFIRMED)
                .when(new CancelOrder(ID, USER, STARTS_AT))
                .expectEvents(new OrderCancelled(ID, USER, CancelReason.ASKED_FOR, null, null, LINES, STARTS_AT));
    }

    @Test
    void givenStartedConcert_whenMoneyIsAskedBack_thenOnlyAnOperatorGetsIt() {
        fixture.given(PLACED, CONFIRMED, OrderEvents.started(P1), PAID)
                .when(giveBack(USER))
                .expectNoEvents()
                .expectException(rejection(OrderErrorCode.NOT_REFUNDABLE));
        fixture.given(PLACED, CONFIRMED, OrderEvents.started(P1), PAID)
                .when(giveBack(null))
                .expectSuccessfulHandlerExecution();
    }

    private static StartRefund giveBack(@Nullable UserId owner) {
        return new StartRefund(ID, P1, new RefundId("r"), null, "why", owner, STARTS_AT);
    }
}
