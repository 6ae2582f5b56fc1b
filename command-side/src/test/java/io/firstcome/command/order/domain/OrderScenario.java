package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.OrderEvents.allAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.cancelled;
import static io.firstcome.command.order.domain.OrderEvents.cancelledPaid;
import static io.firstcome.command.order.domain.OrderEvents.confirmed;
import static io.firstcome.command.order.domain.OrderEvents.declined;
import static io.firstcome.command.order.domain.OrderEvents.delivered;
import static io.firstcome.command.order.domain.OrderEvents.expired;
import static io.firstcome.command.order.domain.OrderEvents.late;
import static io.firstcome.command.order.domain.OrderEvents.linesHeld;
import static io.firstcome.command.order.domain.OrderEvents.paid;
import static io.firstcome.command.order.domain.OrderEvents.partAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.placed;
import static io.firstcome.command.order.domain.OrderEvents.refundFailed;
import static io.firstcome.command.order.domain.OrderEvents.refunded;
import static io.firstcome.command.order.domain.OrderEvents.refused;
import static io.firstcome.command.order.domain.OrderEvents.rejected;
import static io.firstcome.command.order.domain.OrderEvents.returned;
import static io.firstcome.command.order.domain.OrderEvents.shipped;
import static io.firstcome.command.order.domain.OrderEvents.started;
import static io.firstcome.command.order.domain.Orders.HOLD;
import static io.firstcome.command.order.domain.Orders.LATE_HOLD;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every way an order can stand, and the events that lead there. Payment p1 is the one that is or was under way. */
enum OrderScenario {
    NONE(List.of()),
    PENDING(NONE, placed()),
    HELD_PARTLY(PENDING, linesHeld()),
    AWAITING(PENDING, confirmed()),
    PAYING(AWAITING, started(P1)),
    PAYMENT_REFUSED(PAYING, refused(P1)),
    PAID(PAYING, paid()),
    SHIPPED(PAID, shipped()),
    DELIVERED(SHIPPED, delivered()),
    RETURNED(DELIVERED, returned(HOLD, NOW)),
    REJECTED(PENDING, rejected()),
    CANCELLED_PENDING(PENDING, cancelled()),
    CANCELLED_UNPAID(AWAITING, cancelled()),
    CANCELLED_PAYING(PAYING, cancelled()),
    CANCELLED_LATE(CANCELLED_PAYING, late(false)),
    CANCELLED_PAID(PAID, cancelledPaid(HOLD)),
    DECLINED(PAYING, declined()),
    EXPIRED_PENDING(PENDING, expired()),
    EXPIRED_UNPAID(AWAITING, expired()),
    EXPIRED_PAYING(PAYING, expired()),
    EXPIRED_LATE(EXPIRED_PAYING, late(true)),
    LATE_ASKED_BACK(EXPIRED_LATE, allAskedBack("w", Orders.PAID, null)),
    PAID_LATE(EXPIRED_LATE, paid(LATE_HOLD)),
    PART_ASKED_BACK(PAID, partAskedBack("p", 1_000)),
    ASKED_BACK(PAID, allAskedBack("w", Orders.PAID, HOLD)),
    REFUND_REFUSED(ASKED_BACK, refundFailed("r", 9_000, true)),
    REFUNDED(PAID, refunded(HOLD, true)),
    REFUNDED_LATE(EXPIRED_LATE, refunded(null, false)),
    REFUNDED_BEFORE_IT_WAS_PAID(PAYING, cancelled(), refunded(null, false));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<?> events;

    OrderScenario(List<?> events) {
        this.events = events;
    }

    OrderScenario(OrderScenario before, Object... events) {
        this(Stream.concat(before.events.stream(), Arrays.stream(events)).toList());
    }

    List<?> events() {
        return events;
    }
}
