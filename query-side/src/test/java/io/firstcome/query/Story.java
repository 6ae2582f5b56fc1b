package io.firstcome.query;

import io.firstcome.events.order.CancelReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What may happen to one order, and what its views must say in the end.
 *
 * @param events in order
 * @param order its status, paid, refunded and history
 * @param payments the same of its payments, by their ids
 */
public record Story(String orderId, List<DomainEventMessage<?>> events, String order, List<String> payments) {

    /** All that can happen. */
    public static final List<BiFunction<String, String, Story>> ALL = List.of(
            Story::placed,
            Story::rejected,
            Story::bought,
            Story::returned,
            Story::declined,
            Story::expired,
            Story::lateAndAccepted,
            Story::lateAndGivenBack,
            Story::paidAtTheSecondAttempt,
            Story::givenBackInParts,
            Story::givenBackBeforeItWasKnownToBePaid);

    private static final String PAID = Long.toString(Purchase.PAID);

    private static Story of(
            String orderId, List<DomainEventMessage<?>> first, List<DomainEventMessage<?>> then, String... views) {
        List<DomainEventMessage<?>> events = new ArrayList<>(first);
        events.addAll(then);
        return new Story(orderId, events, views[0], List.of(views).subList(1, views.length));
    }

    private static String payment(String orderId, String view) {
        return orderId + "-p1 " + view;
    }

    static Story placed(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(id, List.of(it.placed()), List.of(), "PENDING 0 0 PENDING");
    }

    static Story rejected(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(id, List.of(it.placed(), it.rejected()), List.of(), "REJECTED 0 0 PENDING REJECTED");
    }

    static Story bought(String id, String user) {
        return of(
                id,
                new Purchase(id, user).bought(),
                List.of(),
                "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT PAID",
                payment(id, "APPROVED " + PAID + " 0 REQUESTED APPROVED"));
    }

    static Story returned(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.bought(),
                List.of(
                        it.shipped(),
                        it.settled(),
                        it.delivered(),
                        it.returned(),
                        it.refundStarted("r", Purchase.PAID),
                        it.cardRefunded("r", Purchase.CARD),
                        it.refunded("r", Purchase.PAID),
                        it.givenBack()),
                "REFUNDED " + PAID + " " + PAID + " PENDING AWAITING_PAYMENT PAID SHIPPED DELIVERED REFUNDED",
                payment(id, "REFUNDED " + PAID + " " + PAID + " REQUESTED APPROVED REFUNDED"));
    }

    static Story declined(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.unknown(),
                        it.unknown(),
                        it.declined(),
                        it.cancelled(CancelReason.PAYMENT_DECLINED)),
                "CANCELLED 0 0 PENDING AWAITING_PAYMENT CANCELLED",
                payment(id, "DECLINED " + PAID + " 0 REQUESTED UNKNOWN DECLINED"));
    }

    static Story expired(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(id, it.held(), List.of(it.expired()), "EXPIRED 0 0 PENDING AWAITING_PAYMENT EXPIRED");
    }

    static Story lateAndAccepted(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.held(),
                List.of(it.begun(), it.requested(), it.expired(), it.approved(), it.late(true), it.paid()),
                "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT EXPIRED PAID",
                payment(id, "APPROVED " + PAID + " 0 REQUESTED APPROVED"));
    }

    static Story lateAndGivenBack(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.cancelled(CancelReason.ASKED_FOR),
                        it.approved(),
                        it.late(false),
                        it.refundStarted("r", Purchase.PAID),
                        it.refunded("r", Purchase.PAID),
                        it.givenBack()),
                "REFUNDED " + PAID + " " + PAID + " PENDING AWAITING_PAYMENT CANCELLED REFUNDED",
                payment(id, "REFUNDED " + PAID + " " + PAID + " REQUESTED APPROVED REFUNDED"));
    }

    static Story paidAtTheSecondAttempt(String id, String user) {
        Purchase it = new Purchase(id, user);
        List<DomainEventMessage<?>> first = new ArrayList<>(it.held());
        Collections.addAll(first, it.begun(), it.refused());
        it.payAgain();
        return of(
                id,
                first,
                List.of(it.begun(), it.requested(), it.approved(), it.paid()),
                "PAID " + PAID + " 0 PENDING AWAITING_PAYMENT PAID",
                payment(id, "DECLINED " + Purchase.AMOUNT + " 0 REQUESTED DECLINED"),
                id + "-p2 APPROVED " + PAID + " 0 REQUESTED APPROVED");
    }

    static Story givenBackInParts(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.bought(),
                List.of(
                        it.refundStarted("r1", 4_000),
                        it.refunded("r1", 4_000),
                        it.refundStarted("r2", 5_000),
                        it.refundFailed("r2"),
                        it.refundStarted("r3", 5_000),
                        it.refunded("r3", 5_000)),
                "PAID " + PAID + " 9000 PENDING AWAITING_PAYMENT PAID",
                payment(id, "PARTIALLY_REFUNDED " + PAID + " 9000 REQUESTED APPROVED PARTIALLY_REFUNDED"));
    }

    /** The order hears of the refund before it hears of the approval. */
    static Story givenBackBeforeItWasKnownToBePaid(String id, String user) {
        Purchase it = new Purchase(id, user);
        return of(
                id,
                it.held(),
                List.of(
                        it.begun(),
                        it.requested(),
                        it.approved(),
                        it.refundStarted("r", Purchase.PAID),
                        it.refunded("r", Purchase.PAID),
                        it.cancelled(CancelReason.ASKED_FOR),
                        it.givenBack()),
                "REFUNDED " + PAID + " " + PAID + " PENDING AWAITING_PAYMENT CANCELLED REFUNDED",
                payment(id, "REFUNDED " + PAID + " " + PAID + " REQUESTED APPROVED REFUNDED"));
    }
}
