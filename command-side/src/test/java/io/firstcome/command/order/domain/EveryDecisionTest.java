package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.P2;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command in every situation.
 *
 * <p>A cell has the events without "Order", or the code without "ORDER_"; a dash is nothing, and "?" that there is no such order.
 */
class EveryDecisionTest {

    /** What a person or an operator asks for. */
    private static final String ASKED_FOR = """
            situation                   | place  | start p1       | start p2            | cancel          | ship     | deliver     | return         | all back       | part back
            NONE                        | Placed | ?              | ?                   | ?               | ?        | ?           | ?              | ?              | ?
            PENDING                     | EXISTS | NOT_PAYABLE    | NOT_PAYABLE         | Cancelled       | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            HELD_PARTLY                 | EXISTS | NOT_PAYABLE    | NOT_PAYABLE         | Cancelled       | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            AWAITING                    | EXISTS | PaymentStarted | PaymentStarted      | Cancelled       | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            PAYING                      | EXISTS | -              | PAYMENT_IN_PROGRESS | Cancelled       | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            PAYMENT_REFUSED             | EXISTS | -              | PaymentStarted      | Cancelled       | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            PAID                        | EXISTS | -              | ALREADY_PAID        | Cancelled       | Shipped  | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | RefundStarted
            SHIPPED                     | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | Delivered   | NOT_RETURNABLE | NOT_REFUNDABLE | RefundStarted
            DELIVERED                   | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | Returned       | NOT_REFUNDABLE | RefundStarted
            RETURNED                    | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            REJECTED                    | EXISTS | NOT_PAYABLE    | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            CANCELLED_PENDING           | EXISTS | NOT_PAYABLE    | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            CANCELLED_UNPAID            | EXISTS | NOT_PAYABLE    | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            CANCELLED_PAYING            | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            CANCELLED_LATE              | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | NOT_REFUNDABLE
            CANCELLED_PAID              | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            DECLINED                    | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            EXPIRED_PENDING             | EXISTS | EXPIRED        | EXPIRED             | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            EXPIRED_UNPAID              | EXISTS | EXPIRED        | EXPIRED             | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            EXPIRED_PAYING              | EXISTS | -              | EXPIRED             | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            EXPIRED_LATE                | EXISTS | -              | EXPIRED             | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | NOT_REFUNDABLE
            LATE_ASKED_BACK             | EXISTS | -              | EXPIRED             | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            PAID_LATE                   | EXISTS | -              | ALREADY_PAID        | Cancelled       | Shipped  | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | RefundStarted
            PART_ASKED_BACK             | EXISTS | -              | ALREADY_PAID        | Cancelled       | Shipped  | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | RefundStarted
            ASKED_BACK                  | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            REFUND_REFUSED              | EXISTS | -              | NOT_PAYABLE         | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | RefundStarted  | NOT_REFUNDABLE
            REFUNDED                    | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            REFUNDED_LATE               | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            REFUNDED_BEFORE_IT_WAS_PAID | EXISTS | -              | ALREADY_PAID        | NOT_CANCELLABLE | NOT_PAID | NOT_SHIPPED | NOT_RETURNABLE | NOT_REFUNDABLE | NOT_REFUNDABLE
            """;

    /** What processes tell. It is never refused, but of an order that is not there. */
    private static final String TOLD = """
            situation                   | hold 1    | hold 2    | reject   | refuse p1      | record p1   | accept p1      | decline p1 | expire  | refund p1          | refused r
            NONE                        | ?         | ?         | ?        | ?              | ?           | ?              | ?          | ?       | ?                  | ?
            PENDING                     | LinesHeld | LinesHeld | Rejected | -              | -           | -              | -          | Expired | -                  | -
            HELD_PARTLY                 | -         | Confirmed | Rejected | -              | -           | -              | -          | Expired | -                  | -
            AWAITING                    | -         | -         | -        | -              | -           | -              | -          | Expired | -                  | -
            PAYING                      | -         | -         | -        | PaymentRefused | Paid        | -              | Cancelled  | Expired | Cancelled+Refunded | -
            PAYMENT_REFUSED             | -         | -         | -        | -              | -           | -              | -          | Expired | -                  | -
            PAID                        | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            SHIPPED                     | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            DELIVERED                   | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            RETURNED                    | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            REJECTED                    | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            CANCELLED_PENDING           | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            CANCELLED_UNPAID            | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            CANCELLED_PAYING            | -         | -         | -        | -              | PaymentLate | -              | -          | -       | Refunded           | -
            CANCELLED_LATE              | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            CANCELLED_PAID              | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            DECLINED                    | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            EXPIRED_PENDING             | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            EXPIRED_UNPAID              | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            EXPIRED_PAYING              | -         | -         | -        | -              | PaymentLate | -              | -          | -       | Refunded           | -
            EXPIRED_LATE                | -         | -         | -        | -              | -           | Paid           | -          | -       | Refunded           | RefundFailed
            LATE_ASKED_BACK             | -         | -         | -        | -              | -           | Paid+Cancelled | -          | -       | Refunded           | RefundFailed
            PAID_LATE                   | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            PART_ASKED_BACK             | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            ASKED_BACK                  | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | RefundFailed
            REFUND_REFUSED              | -         | -         | -        | -              | -           | -              | -          | -       | Refunded           | -
            REFUNDED                    | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            REFUNDED_LATE               | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            REFUNDED_BEFORE_IT_WAS_PAID | -         | -         | -        | -              | -           | -              | -          | -       | -                  | -
            """;

    static final Map<String, OrderCommand> COMMANDS = commands();

    private static Map<String, OrderCommand> commands() {
        Map<String, OrderCommand> commands = new HashMap<>();
        commands.put("place", Orders.place());
        commands.put("start p1", Orders.start(P1));
        commands.put("start p2", Orders.start(P2));
        commands.put("cancel", Orders.cancel());
        commands.put("ship", Orders.ship());
        commands.put("deliver", Orders.deliver());
        commands.put("return", Orders.sendBack(Orders.USER, NOW));
        commands.put("hold 1", Orders.recordHold(0, 1));
        commands.put("hold 2", Orders.recordHold(1, 2));
        commands.put("reject", Orders.reject());
        commands.put("refuse p1", Orders.refuse(P1));
        commands.put("record p1", Orders.record(P1));
        commands.put("accept p1", Orders.acceptLate(P1));
        commands.put("decline p1", Orders.decline(P1));
        commands.put("expire", Orders.expire());
        commands.put("refund p1", Orders.recordRefund(P1));
        commands.put("all back", Orders.giveBack("new", null));
        commands.put("part back", Orders.giveBack("new", 100L));
        commands.put("refused r", Orders.refundRefused(P1, "r", 9_000));
        return commands;
    }

    static List<Arguments> cells() {
        return Stream.of(ASKED_FOR, TOLD).flatMap(EveryDecisionTest::cellsOf).toList();
    }

    static List<Arguments> cellsOfTold() {
        return cellsOf(TOLD).toList();
    }

    private static Stream<Arguments> cellsOf(String table) {
        List<List<String>> rows = table.lines()
                .map(row -> Arrays.stream(row.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> commands = rows.get(0);
        List<Arguments> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                cells.add(Arguments.of(OrderScenario.valueOf(row.get(0)), commands.get(column), row.get(column)));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("cells")
    void givenSituation_whenACommandComes_thenTheTableTellsTheDecision(
            OrderScenario situation, String command, String decision) {
        Decision decided = axonIn(situation).send(Objects.requireNonNull(COMMANDS.get(command)));

        assertThat(told(decided)).isEqualTo(decision);
    }

    @Test
    void givenTables_whenRead_thenEveryCommandMeetsEverySituation() {
        assertThat(cells()).hasSize(COMMANDS.size() * OrderScenario.values().length);
        assertThat(COMMANDS.values().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(OrderCommand.class.getPermittedSubclasses());
    }

    @Test
    void givenSituations_whenTheirEventsAreRead_thenEveryEventIsAmongThem() {
        assertThat(Arrays.stream(OrderScenario.values())
                        .flatMap(situation -> situation.events().stream())
                        .map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(OrderEvent.class.getPermittedSubclasses());
    }

    /** Every command that a process sends may come twice. */
    @ParameterizedTest(name = "{0}: {1} twice")
    @MethodSource("cellsOfTold")
    void givenSituation_whenATellingComesTwice_thenTheSecondDoesNothing(OrderScenario situation, String command) {
        MemoryAxon axon = axonIn(situation);
        OrderCommand told = Objects.requireNonNull(COMMANDS.get(command));
        axon.send(told);

        Decision second = axon.send(told);
        assertThat(second.events()).isEmpty();
        assertThat(second.rejection())
                .isEqualTo(situation == OrderScenario.NONE ? OrderErrorCode.ORDER_NOT_FOUND : null);
    }

    static MemoryAxon axonIn(OrderScenario situation) {
        MemoryAxon axon = new MemoryAxon(Order.class);
        axon.given(OrderId.TYPE, Orders.ID.toString(), situation.events());
        return axon;
    }

    private static String told(Decision decision) {
        if (decision.rejection() != null) {
            assertThat(decision.events()).isEmpty();
            return decision.rejection() == OrderErrorCode.ORDER_NOT_FOUND
                    ? "?"
                    : decision.rejection().name().replaceFirst("^ORDER_", "");
        }
        return decision.events().isEmpty()
                ? "-"
                : decision.events().stream()
                        .map(event -> event.getClass().getSimpleName().substring("Order".length()))
                        .collect(Collectors.joining("+"));
    }
}
