package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.OrderEvents.cancelled;
import static io.firstcome.command.order.domain.OrderEvents.cancelledPaid;
import static io.firstcome.command.order.domain.OrderEvents.confirmed;
import static io.firstcome.command.order.domain.OrderEvents.declined;
import static io.firstcome.command.order.domain.OrderEvents.delivered;
import static io.firstcome.command.order.domain.OrderEvents.expired;
import static io.firstcome.command.order.domain.OrderEvents.late;
import static io.firstcome.command.order.domain.OrderEvents.paid;
import static io.firstcome.command.order.domain.OrderEvents.placed;
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

import io.firstcome.command.order.api.OrderCommand;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the events say, field by field; which of them comes when, {@link EveryDecisionTest} tells. */
class OrderContentTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    static List<Arguments> decisions() {
        return List.of(
                decision(Situation.NONE, Orders.place(), placed()),
                decision(Situation.PENDING, Orders.recordHold(), confirmed()),
                decision(Situation.PENDING, Orders.reject(), rejected()),
                decision(Situation.PENDING, Orders.cancel(), cancelled()),
                decision(Situation.PENDING, Orders.expire(), expired()),
                decision(Situation.AWAITING, Orders.start(P1), started(P1)),
                decision(Situation.AWAITING, Orders.cancel(), cancelled()),
                decision(Situation.PAYING, Orders.cancel(), cancelled()),
                decision(Situation.PAYING, Orders.refuse(P1), refused(P1)),
                decision(Situation.PAYING, Orders.record(P1), paid()),
                decision(Situation.PAYING, Orders.decline(P1), declined()),
                decision(Situation.PAYING, Orders.recordRefund(P1), cancelled(), refunded(null, false)),
                decision(Situation.CANCELLED_PAYING, Orders.record(P1), late(false)),
                decision(Situation.CANCELLED_PAYING, Orders.recordRefund(P1), refunded(null, false)),
                decision(Situation.EXPIRED_PAYING, Orders.record(P1), late(true)),
                decision(Situation.EXPIRED_LATE, Orders.acceptLate(P1), paid(LATE_HOLD)),
                decision(Situation.EXPIRED_LATE, Orders.recordRefund(P1), refunded(null, false)),
                decision(Situation.CANCELLED_LATE, Orders.recordRefund(P1), refunded(null, false)),
                decision(Situation.PAID, Orders.cancel(), cancelledPaid(HOLD)),
                decision(Situation.PAID, Orders.recordRefund(P1), refunded(HOLD, true)),
                decision(Situation.PAID, Orders.ship(), shipped()),
                decision(Situation.PAID_LATE, Orders.cancel(), cancelledPaid(LATE_HOLD)),
                decision(Situation.PAID_LATE, Orders.recordRefund(P1), refunded(LATE_HOLD, true)),
                decision(Situation.CANCELLED_PAID, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(Situation.SHIPPED, Orders.deliver(), delivered()),
                decision(Situation.SHIPPED, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(Situation.DELIVERED, Orders.sendBack(Orders.USER, NOW), returned(HOLD, NOW)),
                decision(Situation.DELIVERED, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(Situation.RETURNED, Orders.recordRefund(P1), refunded(HOLD, false)));
    }

    private static Arguments decision(Situation situation, OrderCommand command, Object... events) {
        return Arguments.of(situation, command, events);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("decisions")
    void givenSituation_whenACommandIsAccepted_thenItsEventsAreThese(
            Situation situation, OrderCommand command, Object[] events) {
        TestExecutor<Order> given =
                situation == Situation.NONE ? fixture.givenNoPriorActivity() : fixture.given(situation.events());

        given.when(command).expectSuccessfulHandlerExecution().expectEvents(events);
    }
}
