package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.Orders.EXPIRY;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.P2;
import static io.firstcome.command.order.domain.Orders.TICK;
import static io.firstcome.command.order.domain.Orders.USER;

import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderLinesHeld;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.product.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The edges of the order's rules. */
class OrderRulesTest {

    private static final UserId ANOTHER = new UserId("2");
    private static final Instant DELIVERED_AT = NOW;

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    private ResultValidator<Order> decided(OrderScenario situation, OrderCommand command) {
        return fixture.given(situation.events()).when(command);
    }

    private static void refused(ResultValidator<Order> result, OrderErrorCode code) {
        result.expectNoEvents()
                .expectException(Matchers.matches(
                        thrown -> thrown instanceof RejectedException rejection && rejection.code() == code));
    }

    /** The order decides it, so that it is stored under the client's key like any other rejection. */
    @Test
    void givenUnknownProduct_whenPlaced_thenRefused() {
        PlaceOrder place = Orders.place();
        PlaceOrder ofNothing = new PlaceOrder(
                place.orderId(),
                place.userId(),
                place.lines(),
                place.address(),
                new ProductId("nothing"),
                place.holdExpiresAt(),
                null,
                place.at());

        refused(fixture.givenNoPriorActivity().when(ofNothing), OrderErrorCode.PRODUCT_NOT_FOUND);
    }

    @Test
    void givenLastInstantToPay_whenAPaymentStarts_thenItDoes() {
        Instant last = EXPIRY.minus(TICK);

        decided(OrderScenario.AWAITING, Orders.start(P1, USER, last)).expectEvents(OrderEvents.started(P1, last));
    }

    /** The deadline itself may come late. */
    @Test
    void givenInstantOfExpiry_whenAPaymentStarts_thenItIsTooLate() {
        refused(decided(OrderScenario.AWAITING, Orders.start(P1, USER, EXPIRY)), OrderErrorCode.ORDER_EXPIRED);
        refused(decided(OrderScenario.PAYMENT_REFUSED, Orders.start(P2, USER, EXPIRY)), OrderErrorCode.ORDER_EXPIRED);
        refused(decided(OrderScenario.PAYING, Orders.start(P2, USER, EXPIRY)), OrderErrorCode.ORDER_EXPIRED);
    }

    @Test
    void givenInstantBeforeExpiry_whenTheDeadlineComes_thenNothing() {
        decided(OrderScenario.AWAITING, Orders.expire(EXPIRY.minus(TICK)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenInstantOfExpiry_whenTheDeadlineComes_thenItExpires() {
        decided(OrderScenario.AWAITING, Orders.expire(EXPIRY)).expectEvents(OrderEvents.expired(EXPIRY));
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT23H59M59.999999S", "PT24H"})
    void givenDelivery_whenReturnedWithinADay_thenAccepted(Duration after) {
        Instant at = DELIVERED_AT.plus(after);

        decided(OrderScenario.DELIVERED, Orders.sendBack(USER, at)).expectEvents(OrderEvents.returned(Orders.HOLD, at));
    }

    @Test
    void givenDelivery_whenReturnedAfterADay_thenRefused() {
        Instant at = DELIVERED_AT.plus(Duration.ofDays(1)).plus(TICK);

        refused(decided(OrderScenario.DELIVERED, Orders.sendBack(USER, at)), OrderErrorCode.ORDER_NOT_RETURNABLE);
    }

    static Stream<OrderCommand> commandsOfAnother() {
        return Stream.of(
                Orders.start(P2, ANOTHER, NOW),
                Orders.start(P1, ANOTHER, NOW),
                Orders.cancel(ANOTHER),
                Orders.sendBack(ANOTHER, NOW));
    }

    /** Not that it is another's: that would tell that there is such an order. */
    @ParameterizedTest
    @MethodSource("commandsOfAnother")
    void givenOrderOfAnother_whenAsked_thenThereIsNone(OrderCommand command) {
        for (OrderScenario situation : OrderScenario.values()) {
            if (situation != OrderScenario.NONE) {
                refused(decided(situation, command), OrderErrorCode.ORDER_NOT_FOUND);
            }
        }
    }

    @Test
    void givenNoOwnerAsked_whenAnOperatorActs_thenAccepted() {
        decided(OrderScenario.AWAITING, Orders.start(P1, null, NOW)).expectEvents(OrderEvents.started(P1));
        decided(OrderScenario.AWAITING, Orders.cancel(null)).expectEvents(OrderEvents.cancelled());
        decided(OrderScenario.DELIVERED, Orders.sendBack(null, NOW))
                .expectEvents(OrderEvents.returned(Orders.HOLD, NOW));
    }

    @Test
    void givenPaymentUnderWay_whenOneOfAnotherIsTold_thenNothing() {
        for (OrderCommand told : List.of(
                Orders.record(P2),
                Orders.decline(P2),
                Orders.refuse(P2),
                Orders.acceptLate(P2),
                Orders.recordRefund(P2))) {
            decided(OrderScenario.PAYING, told)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            decided(OrderScenario.EXPIRED_LATE, told)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    /** The coupon has decided for p1, and decides once. */
    @Test
    void givenEarlierPaymentThatWasRefused_whenItStartsAgainAfterOthers_thenNothing() {
        fixture.given(OrderScenario.PAYMENT_REFUSED.events())
                .andGiven(OrderEvents.started(P2), OrderEvents.refused(P2))
                .when(Orders.start(P1))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(null)
                .expectNoEvents();
    }

    @Test
    void givenPaymentUnderWay_whenItStartsAgain_thenItIsAnsweredWithNothing() {
        decided(OrderScenario.PAYING, Orders.start(P1))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        decided(OrderScenario.AWAITING, Orders.start(P1)).expectResultMessagePayload(OrderEvents.started(P1));
    }

    /** Two lines of one option count together; a pre-order of it is another line. */
    @Test
    void givenLinesOfTheSameOption_whenPlaced_thenTheyAreOne() {
        List<OrderLine> lines = List.of(
                Orders.line("1", 2, false),
                Orders.line("2", 1, false),
                Orders.line("1", 3, false),
                Orders.line("1", 1, true));
        OrderPlaced usual = OrderEvents.placed();

        fixture.givenNoPriorActivity()
                .when(Orders.place(lines))
                .expectEvents(new OrderPlaced(
                        usual.orderId(),
                        usual.userId(),
                        List.of(Orders.line("1", 5, false), Orders.line("2", 1, false), Orders.line("1", 1, true)),
                        usual.address(),
                        usual.holdExpiresAt(),
                        usual.placedAt()));
    }

    /** Free from 20,000, which includes it. */
    @ParameterizedTest
    @CsvSource({"0,3000", "1,3000", "19999,3000", "20000,0", "20001,0"})
    void givenPriceOfTheLines_whenConfirmed_thenTheFeeFollows(long price, long fee) {
        List<PricedLine> lines = List.of(Orders.priced("1", 1, false, price));
        fixture.given(placedOne())
                .when(new RecordHold(Orders.ID, lines, ShippingTerms.USUAL, NOW))
                .expectEvents(new OrderConfirmed(Orders.ID, USER, lines, price, fee, EXPIRY, NOW));
    }

    @Test
    void givenOtherTerms_whenConfirmed_thenTheyCount() {
        List<PricedLine> lines = List.of(Orders.priced("1", 1, false, 99));
        fixture.given(placedOne())
                .when(new RecordHold(Orders.ID, lines, new ShippingTerms(7, 100), NOW))
                .expectEvents(new OrderConfirmed(Orders.ID, USER, lines, 99, 7, EXPIRY, NOW));
    }

    @Test
    void givenLinesInAnotherOrder_whenHeld_thenTheyAreConfirmedAsTheyWereOrdered() {
        decided(OrderScenario.PENDING, new RecordHold(Orders.ID, Orders.PRICED.reversed(), Orders.SHIPPING, NOW))
                .expectEvents(OrderEvents.confirmed());
    }

    @Test
    void givenTheLastLinesFirst_whenTheOthersAreHeld_thenTheOrderIsConfirmed() {
        fixture.given(OrderEvents.placed(), new OrderLinesHeld(Orders.ID, USER, Orders.PRICED.subList(1, 2), NOW))
                .when(Orders.recordHold(0, 1))
                .expectEvents(OrderEvents.confirmed());
    }

    static Stream<List<PricedLine>> linesThatWereNotOrdered() {
        return Stream.of(
                List.of(Orders.PRICED.get(0), Orders.PRICED.get(0)),
                List.of(Orders.PRICED.get(0), Orders.PRICED.get(1), Orders.priced("3", 1, false, 1)),
                List.of(Orders.priced("2", 2, true, 6_000)),
                List.of(Orders.PRICED.get(0), Orders.priced("2", 1, false, 6_000)));
    }

    @ParameterizedTest
    @MethodSource("linesThatWereNotOrdered")
    void givenOtherLinesThanOrdered_whenHeld_thenItFails(List<PricedLine> lines) {
        decided(OrderScenario.PENDING, new RecordHold(Orders.ID, lines, Orders.SHIPPING, NOW))
                .expectNoEvents()
                .expectException(IllegalArgumentException.class);
    }

    /** Never a negative amount. */
    @Test
    void givenPricesThatOverflow_whenConfirmed_thenItFails() {
        decided(
                        OrderScenario.PENDING,
                        new RecordHold(
                                Orders.ID,
                                List.of(
                                        Orders.priced("1", 2, false, Long.MAX_VALUE / 2),
                                        Orders.priced("2", 1, true, Long.MAX_VALUE)),
                                Orders.SHIPPING,
                                NOW))
                .expectNoEvents()
                .expectException(ArithmeticException.class);
    }

    private static OrderPlaced placedOne() {
        return new OrderPlaced(Orders.ID, USER, List.of(Orders.line("1", 1, false)), null, EXPIRY, NOW);
    }
}
