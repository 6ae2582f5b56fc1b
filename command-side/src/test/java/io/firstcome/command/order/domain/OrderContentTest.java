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
                decision(OrderScenario.NONE, Orders.place(), placed()),
                decision(OrderScenario.PENDING, Orders.recordHold(), confirmed()),
                decision(OrderScenario.PENDING, Orders.reject(), rejected()),
                decision(OrderScenario.PENDING, Orders.cancel(), cancelled()),
                decision(OrderScenario.PENDING, Orders.expire(), expired()),
                decision(OrderScenario.AWAITING, Orders.start(P1), started(P1)),
                decision(OrderScenario.AWAITING, Orders.cancel(), cancelled()),
                decision(OrderScenario.PAYING, Orders.cancel(), cancelled()),
                decision(OrderScenario.PAYING, Orders.refuse(P1), refused(P1)),
                decision(OrderScenario.PAYING, Orders.record(P1), paid()),
                decision(OrderScenario.PAYING, Orders.decline(P1), declined()),
                decision(OrderScenario.PAYING, Orders.recordRefund(P1), cancelled(), refunded(null, false)),
                decision(OrderScenario.CANCELLED_PAYING, Orders.record(P1), late(false)),
                decision(OrderScenario.CANCELLED_PAYING, Orders.recordRefund(P1), refunded(null, false)),
                decision(OrderScenario.EXPIRED_PAYING, Orders.record(P1), late(true)),
                decision(OrderScenario.EXPIRED_LATE, Orders.acceptLate(P1), paid(LATE_HOLD)),
                decision(OrderScenario.EXPIRED_LATE, Orders.recordRefund(P1), refunded(null, false)),
                decision(OrderScenario.CANCELLED_LATE, Orders.recordRefund(P1), refunded(null, false)),
                decision(OrderScenario.PAID, Orders.cancel(), cancelledPaid(HOLD)),
                decision(OrderScenario.PAID, Orders.recordRefund(P1), refunded(HOLD, true)),
                decision(OrderScenario.PAID, Orders.ship(), shipped()),
                decision(OrderScenario.PAID_LATE, Orders.cancel(), cancelledPaid(LATE_HOLD)),
                decision(OrderScenario.PAID_LATE, Orders.recordRefund(P1), refunded(LATE_HOLD, true)),
                decision(OrderScenario.CANCELLED_PAID, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(OrderScenario.SHIPPED, Orders.deliver(), delivered()),
                decision(OrderScenario.SHIPPED, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(OrderScenario.DELIVERED, Orders.sendBack(Orders.USER, NOW), returned(HOLD, NOW)),
                decision(OrderScenario.DELIVERED, Orders.recordRefund(P1), refunded(HOLD, false)),
                decision(OrderScenario.RETURNED, Orders.recordRefund(P1), refunded(HOLD, false)));
    }

    private static Arguments decision(OrderScenario situation, OrderCommand command, Object... events) {
        return Arguments.of(situation, command, events);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("decisions")
    void givenSituation_whenACommandIsAccepted_thenItsEventsAreThese(
            OrderScenario situation, OrderCommand command, Object[] events) {
        TestExecutor<Order> given =
                situation == OrderScenario.NONE ? fixture.givenNoPriorActivity() : fixture.given(situation.events());

        given.when(command).expectSuccessfulHandlerExecution().expectEvents(events);
    }
}
