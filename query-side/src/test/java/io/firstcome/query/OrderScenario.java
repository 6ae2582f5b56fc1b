package io.firstcome.query;

import io.firstcome.events.order.CancelReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What may happen to one order, and what its views must say in the end.
 *
 * @param events in order
 * @param order its status, paid, refunded and history
 * @param payments the same of its payments, by their ids
 */
public record OrderScenario(String orderId, List<DomainEventMessage<?>> events, String order, List<String> payments) {

    private static final String PAID = Long.toString(OrderTestData.PAID);
    private static final String APPROVED = "APPROVED " + PAID + " 0 REQUESTED APPROVED";
    private static final String GIVEN_BACK = "REFUNDED " + PAID + " " + PAID + " ";
    private static final String PAYMENT_GIVEN_BACK = GIVEN_BACK + "REQUESTED APPROVED REFUNDED";

    private static final List<Function<OrderTestData, OrderScenario>> ALL = List.of(
            OrderScenario::placed,
            OrderScenario::rejected,
            OrderScenario::bought,
            OrderScenario::returned,
            OrderScenario::declined,
            OrderScenario::expired,
            OrderScenario::lateAndAccepted,
            OrderScenario::lateAndGivenBack,
            OrderScenario::paidAtTheSecondAttempt,
            OrderScenario::givenBackInParts,
            OrderScenario::givenBackBeforeItWasKnownToBePaid);

    /** How many there are. */
    public static final int COUNT = ALL.size();

    /** One of all that can happen, 0 to {@link #COUNT} - 1, to an order of this user. */
    public static OrderScenario of(int number, String orderId, String userId) {
        return ALL.get(number).apply(new OrderTestData(orderId, userId));
    }

    /** @param views of the order, and then of each payment */
    private static OrderScenario of(
            OrderTestData it, List<DomainEventMessage<?>> first, List<DomainEventMessage<?>> then, String... views) {
        List<DomainEventMessage<?>> events = new ArrayList<>(first);
        events.addAll(then);
        List<String> payments = new ArrayList<>();
        for (int i = 1; i < views.length; i++) {
            payments.add(it.order() + "-p" + i + " " + views[i]);
        }
        return new OrderScenario(it.order(), events, views[0], payments);
    }

    private static OrderScenario placed(OrderTestData it) {
        return of(it, List.of(it.placed()), List.of(), "PENDING 0 0 PENDING");
    }

    private static OrderScenario rejected(OrderTestData it) {
        return of(it, List.of(it.placed(), it.rejected()), List.of(), "REJECTED 0 0 PENDING REJECTED");
    }

    private static OrderScenario bought(OrderTestData it) {
        return of(it, it.bought(), List.of(), "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT PAID", APPROVED);
    }

    private static OrderScenario returned(OrderTestData it) {
        return of(
                it,
                it.bought(),
                List.of(
                        it.shipped(),
                        it.settled(),
                        it.delivered(),
                        it.returned(),
                        it.refundStarted("r", OrderTestData.PAID),
                        it.cardRefunded("r", OrderTestData.CARD),
                        it.refunded("r", OrderTestData.PAID),
                        it.givenBack()),
                GIVEN_BACK + "PENDING AWAITING_PAYMENT PAID SHIPPED DELIVERED REFUNDED",
                PAYMENT_GIVEN_BACK);
    }

    private static OrderScenario declined(OrderTestData it) {
        return of(
                it,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.unknown(),
                        it.unknown(),
                        it.declined(),
                        it.cancelled(CancelReason.PAYMENT_DECLINED)),
                "CANCELLED 0 0 PENDING AWAITING_PAYMENT CANCELLED",
                "DECLINED " + PAID + " 0 REQUESTED UNKNOWN DECLINED");
    }

    private static OrderScenario expired(OrderTestData it) {
        return of(it, it.held(), List.of(it.expired()), "EXPIRED 0 0 PENDING AWAITING_PAYMENT EXPIRED");
    }

    private static OrderScenario lateAndAccepted(OrderTestData it) {
        return of(
                it,
                it.held(),
                List.of(it.begun(), it.requested(), it.expired(), it.approved(), it.late(true), it.paid()),
                "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT EXPIRED PAID",
                APPROVED);
    }

    private static OrderScenario lateAndGivenBack(OrderTestData it) {
        return of(
                it,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.cancelled(CancelReason.ASKED_FOR),
                        it.approved(),
                        it.late(false),
                        it.refundStarted("r", OrderTestData.PAID),
                        it.refunded("r", OrderTestData.PAID),
                        it.givenBack()),
                GIVEN_BACK + "PENDING AWAITING_PAYMENT CANCELLED REFUNDED",
                PAYMENT_GIVEN_BACK);
    }

    private static OrderScenario paidAtTheSecondAttempt(OrderTestData it) {
        List<DomainEventMessage<?>> first = new ArrayList<>(it.held());
        first.addAll(List.of(it.begun(), it.refused()));
        it.payAgain();
        return of(
                it,
                first,
                List.of(it.begun(), it.requested(), it.approved(), it.paid()),
                "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT PAID",
                "DECLINED " + OrderTestData.AMOUNT + " 0 REQUESTED DECLINED",
                APPROVED);
    }

    private static OrderScenario givenBackInParts(OrderTestData it) {
        return of(
                it,
                it.bought(),
                List.of(
                        it.refundStarted("r1", 4_000),
                        it.refunded("r1", 4_000),
                        it.refundStarted("r2", 5_000),
                        it.refundFailed("r2"),
                        it.refundStarted("r3", 5_000),
                        it.refunded("r3", 5_000)),
                "PAID " + PAID + " 9000 PENDING AWAITING_PAYMENT PAID",
                "PARTIALLY_REFUNDED " + PAID + " 9000 REQUESTED APPROVED PARTIALLY_REFUNDED");
    }

    /** The order hears of the refund before it hears of the approval. */
    private static OrderScenario givenBackBeforeItWasKnownToBePaid(OrderTestData it) {
        return of(
                it,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.approved(),
                        it.refundStarted("r", OrderTestData.PAID),
                        it.refunded("r", OrderTestData.PAID),
                        it.cancelled(CancelReason.ASKED_FOR),
                        it.givenBack()),
                GIVEN_BACK + "PENDING AWAITING_PAYMENT CANCELLED REFUNDED",
                PAYMENT_GIVEN_BACK);
    }
}
