package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.Orders.EXPIRY;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.P2;
import static io.firstcome.command.order.domain.Orders.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lives of three orders, told from their beginning to their end. */
class OrderScenarioTest {

    private final MemoryAxon shop = new MemoryAxon(Order.class);

    @Test
    void givenBuyerWithTwoTabs_whenTheyPayAndReturn_thenOnePaymentCountsAndIsGivenBackOnce() {
        // Two lines are asked for, held, and cost 19,000 with what the parcel costs.
        happens(Orders.place(), OrderEvents.placed());
        happens(Orders.recordHold(), OrderEvents.confirmed());

        // A stranger tries to pay it, and is told that there is no such order.
        refused(Orders.start(P1, new UserId("2"), NOW), OrderErrorCode.ORDER_NOT_FOUND);

        // The buyer pays in one tab, impatiently twice, and in another one.
        happens(Orders.start(P1), OrderEvents.started(P1));
        nothing(Orders.start(P1));
        refused(Orders.start(P2), OrderErrorCode.PAYMENT_IN_PROGRESS);

        // The coupon was used up in the meantime, so they try without it, and that is approved. The news come twice.
        happens(Orders.refuse(P1), OrderEvents.refused(P1));
        happens(Orders.start(P2), OrderEvents.started(P2));
        nothing(Orders.record(P1));
        accepted(Orders.record(P2));
        nothing(Orders.record(P2));
        refused(Orders.start(new PaymentId("p3")), OrderErrorCode.ORDER_ALREADY_PAID);

        // The deadline fires all the same, and finds a paid order.
        nothing(Orders.expire());

        // It is sent and arrives; cancelling it is no longer possible, but sending it back is, for a day and once.
        accepted(Orders.ship());
        refused(Orders.cancel(), OrderErrorCode.ORDER_NOT_CANCELLABLE);
        refused(Orders.sendBack(), OrderErrorCode.ORDER_NOT_RETURNABLE);
        accepted(Orders.deliver());
        accepted(Orders.sendBack(USER, NOW.plus(Duration.ofDays(1))));
        refused(Orders.sendBack(), OrderErrorCode.ORDER_NOT_RETURNABLE);

        // The money is back. The news come twice.
        accepted(Orders.recordRefund(P2));
        nothing(Orders.recordRefund(P2));
    }

    @Test
    void givenApprovalAfterExpiry_whenStockIsStillThere_thenTheOrderIsPaidAfterAll() {
        happens(Orders.place(), OrderEvents.placed());
        happens(Orders.recordHold(), OrderEvents.confirmed());
        happens(Orders.start(P1), OrderEvents.started(P1));

        // The gateway does not answer until the time is over.
        happens(Orders.expire(EXPIRY), OrderEvents.expired());
        happens(Orders.record(P1), OrderEvents.late(true));
        nothing(Orders.record(P1));

        // The pieces could be held once more.
        happens(Orders.acceptLate(P1), OrderEvents.paid(Orders.LATE_HOLD));
        nothing(Orders.acceptLate(P1));
        nothing(Orders.expire(EXPIRY));

        // The buyer has changed their mind: the pieces of the second hold go back, and the money.
        happens(Orders.cancel(), OrderEvents.cancelledPaid(Orders.LATE_HOLD));
        refused(Orders.cancel(), OrderErrorCode.ORDER_NOT_CANCELLABLE);
        happens(Orders.recordRefund(P1), OrderEvents.refunded(Orders.LATE_HOLD, false));
    }

    @Test
    void givenCancelWhilePaying_whenTheApprovalComes_thenItIsToBeGivenBack() {
        happens(Orders.place(), OrderEvents.placed());
        happens(Orders.recordHold(), OrderEvents.confirmed());
        happens(Orders.start(P1), OrderEvents.started(P1));

        happens(Orders.cancel(), OrderEvents.cancelled());
        happens(Orders.record(P1), OrderEvents.late(false));
        nothing(Orders.acceptLate(P1));
        happens(Orders.recordRefund(P1), OrderEvents.refunded(null, false));
    }

    private void happens(OrderCommand command, OrderEvent event) {
        assertThat(shop.send(command).events()).containsExactly(event);
    }

    private void accepted(OrderCommand command) {
        assertThat(shop.send(command).events()).hasSize(1);
    }

    private void nothing(OrderCommand command) {
        MemoryAxon.Decision decision = shop.send(command);
        assertThat(decision.rejection()).isNull();
        assertThat(decision.events()).isEmpty();
    }

    private void refused(OrderCommand command, OrderErrorCode code) {
        MemoryAxon.Decision decision = shop.send(command);
        assertThat(decision.rejection()).isEqualTo(code);
        assertThat(decision.events()).isEmpty();
    }
}
