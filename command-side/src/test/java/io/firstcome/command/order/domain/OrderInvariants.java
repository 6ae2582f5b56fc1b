package io.firstcome.command.order.domain;

import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderLinesHeld;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of any history of one order. It looks at its events only, and has its own idea of how an order stands. */
final class OrderInvariants {

    private static final Set<String> OPEN = Set.of("PENDING", "AWAITING");
    private static final Set<String> UNDONE = Set.of("CANCELLED", "EXPIRED", "RETURNED");
    private static final Set<String> WITH_PAYMENT =
            Set.of("PAID", "SHIPPED", "DELIVERED", "RETURNED", "CANCELLED", "EXPIRED");

    private final List<String> violations = new ArrayList<>();
    private final Set<PaymentId> started = new HashSet<>();
    private final Set<PricedLine> held = new HashSet<>();
    private String stands = "NOWHERE";
    private @Nullable OrderPlaced placed;
    private @Nullable OrderConfirmed confirmed;
    private @Nullable PaymentId underWay;
    private @Nullable OrderPaymentLate late;
    private @Nullable OrderPaid paid;
    private @Nullable Instant deliveredAt;
    private final Map<RefundId, Long> parts = new HashMap<>();
    private boolean askedBack;
    private long owed;

    private OrderInvariants() {}

    /** What does not hold; empty when all is well. */
    static List<String> violations(List<?> events) {
        OrderInvariants invariants = new OrderInvariants();
        events.forEach(event -> invariants.check((OrderEvent) event));
        return invariants.violations;
    }

    private void check(OrderEvent event) {
        switch (event) {
            case OrderPlaced placing -> {
                go("PENDING", "it is placed once", "NOWHERE");
                placed = placing;
            }
            case OrderLinesHeld holding -> {
                require(stands.equals("PENDING"), "lines are held while the order is pending");
                require(held.addAll(holding.lines()), "lines are held once");
                require(placed != null && held.size() < placed.lines().size(), "with all of its lines it is confirmed");
            }
            case OrderConfirmed confirming -> check(confirming);
            case OrderRejected rejecting -> go("REJECTED", "only what is pending is rejected", "PENDING");
            case OrderPaymentStarted starting -> check(starting);
            case OrderPaymentRefused refusing -> {
                require(stands.equals("AWAITING"), "a payment is refused while the order waits");
                require(refusing.paymentId().equals(underWay), "it was under way");
                underWay = null;
            }
            case OrderPaid paying -> check(paying);
            case OrderPaymentLate coming -> {
                require(stands.equals(coming.expired() ? "EXPIRED" : "CANCELLED"), "a payment is late for what ended");
                require(coming.paymentId().equals(underWay), "it was under way");
                underWay = null;
                late = coming;
            }
            case OrderCancelled cancelling -> check(cancelling);
            case OrderExpired expiring -> {
                require(
                        placed != null && !expiring.expiredAt().isBefore(placed.holdExpiresAt()),
                        "it does not expire before its time");
                go("EXPIRED", "only what is open expires", "PENDING", "AWAITING");
            }
            case OrderShipped shipping -> {
                require(isPaidBy(shipping.paymentId()), "its payment is told");
                require(!askedBack, "what is asked back is not sent");
                go("SHIPPED", "only what is paid is sent", "PAID");
            }
            case OrderDelivered delivering -> {
                deliveredAt = delivering.deliveredAt();
                go("DELIVERED", "only what was sent arrives", "SHIPPED");
            }
            case OrderReturned returning -> check(returning);
            case OrderRefundStarted starting -> check(starting);
            case OrderRefundFailed failing -> {
                require(hasMoneyOf(failing.paymentId()), "what is refused had been taken");
                require(failing.owed() == UNDONE.contains(stands), "it is owed when the order has ended");
                if (failing.owed()) {
                    owed += failing.amount();
                }
                parts.remove(failing.refundId());
            }
            case OrderRefunded refunding -> check(refunding);
        }
    }

    private void check(OrderConfirmed event) {
        go("AWAITING", "only what is pending is confirmed", "PENDING");
        long sum = event.lines().stream()
                .mapToLong(line -> line.quantity() * line.unitPrice())
                .sum();
        require(event.lines().containsAll(held), "what was held is confirmed");
        require(event.amount() == sum, "the amount is the sum of the lines");
        require(event.shippingFee() == (sum >= 20_000 ? 0 : 3_000), "the fee follows the amount");
        confirmed = event;
    }

    private void check(OrderPaymentStarted event) {
        require(stands.equals("AWAITING"), "only what waits for a payment is paid");
        require(underWay == null, "no two payments are under way");
        require(started.add(event.paymentId()), "a payment starts once");
        require(
                placed != null && event.startedAt().isBefore(placed.holdExpiresAt()),
                "no payment starts when the time is over");
        require(confirmed != null && event.amount() == confirmed.amount(), "the amount is the confirmed one");
        underWay = event.paymentId();
    }

    private void check(OrderPaid event) {
        require(paid == null, "it is paid once");
        if (stands.equals("EXPIRED")) {
            OrderPaymentLate expected = late;
            require(
                    expected != null
                            && expected.expired()
                            && expected.paymentId().equals(event.paymentId())
                            && expected.paid() == event.paid()
                            && expected.discount() == event.discount(),
                    "what is paid late is what came late");
            require(!event.holdId().equals(firstHold()), "what is paid late is held anew");
        } else {
            require(event.paymentId().equals(underWay), "it is paid by what was under way");
            require(event.holdId().equals(firstHold()), "it is held since it was placed");
        }
        go("PAID", "only what waits, or came late, is paid", "AWAITING", "EXPIRED");
        underWay = null;
        late = null;
        paid = event;
    }

    private void check(OrderCancelled event) {
        boolean wasPaid = stands.equals("PAID");
        require(OPEN.contains(stands) || wasPaid, "only what was not sent is cancelled");
        require((event.paymentId() != null) == wasPaid, "the payment is told when there is one to give back");
        require((event.holdId() != null) == wasPaid, "the hold is told when there is one to restock");
        require(!wasPaid || isPaidBy(event.paymentId()), "it is the payment that paid");
        if (event.reason() == CancelReason.PAYMENT_DECLINED) {
            require(underWay != null && !wasPaid, "only a payment under way is declined");
            underWay = null;
        }
        askedBack |= wasPaid;
        stands = "CANCELLED";
    }

    private void check(OrderRefundStarted event) {
        require(hasMoneyOf(event.paymentId()), "what is asked back had been taken");
        if (!event.whole()) {
            require(Set.of("PAID", "SHIPPED", "DELIVERED").contains(stands), "a part is of what goes on");
            parts.put(event.refundId(), event.amount());
            long sum = parts.values().stream().mapToLong(Long::longValue).sum();
            require(paid != null && sum < paid.paid(), "parts are less than the whole");
            return;
        }
        require(!Set.of("SHIPPED", "DELIVERED").contains(stands), "not all of what was sent is asked back");
        require(!askedBack || owed > 0, "all is asked back once, or again when it was refused");
        HoldId toRestock = stands.equals("PAID") && paid != null ? paid.holdId() : null;
        require(Objects.equals(event.holdId(), toRestock), "it tells the hold that is to be restocked");
        askedBack = true;
        owed = 0;
        if (stands.equals("PAID")) {
            stands = "CANCELLED";
        }
    }

    private void check(OrderReturned event) {
        askedBack = true;
        Instant arrived = deliveredAt;
        require(
                arrived != null && !event.returnedAt().isAfter(arrived.plus(Duration.ofDays(1))),
                "it is returned within a day");
        require(isPaidBy(event.paymentId()), "its payment is told");
        go("RETURNED", "only what arrived is returned", "DELIVERED");
    }

    private void check(OrderRefunded event) {
        require(WITH_PAYMENT.contains(stands), "only what has a payment is refunded, once");
        require(
                hasMoneyOf(event.paymentId()) || event.paymentId().equals(underWay),
                "what is given back had been taken");
        require(event.restock() == stands.equals("PAID"), "pieces are restocked when nobody else does");
        HoldId sold = paid == null ? null : paid.holdId();
        require(Objects.equals(event.holdId(), sold), "it tells the hold that was sold");
        stands = "REFUNDED";
    }

    private HoldId firstHold() {
        return new HoldId(Orders.ID.value());
    }

    private boolean hasMoneyOf(PaymentId payment) {
        return isPaidBy(payment) || (late != null && late.paymentId().equals(payment));
    }

    private boolean isPaidBy(@Nullable PaymentId payment) {
        return paid != null && paid.paymentId().equals(payment);
    }

    private void go(String to, String rule, String... from) {
        require(Set.of(from).contains(stands), rule);
        stands = to;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }
}
