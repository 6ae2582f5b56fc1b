package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.OrderEvents.allAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.cancelled;
import static io.firstcome.command.order.domain.OrderEvents.cancelledPaid;
import static io.firstcome.command.order.domain.OrderEvents.confirmed;
import static io.firstcome.command.order.domain.OrderEvents.declined;
import static io.firstcome.command.order.domain.OrderEvents.expired;
import static io.firstcome.command.order.domain.OrderEvents.late;
import static io.firstcome.command.order.domain.OrderEvents.paid;
import static io.firstcome.command.order.domain.OrderEvents.partAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.placed;
import static io.firstcome.command.order.domain.OrderEvents.refundFailed;
import static io.firstcome.command.order.domain.OrderEvents.refunded;
import static io.firstcome.command.order.domain.OrderEvents.rejected;
import static io.firstcome.command.order.domain.OrderEvents.returned;
import static io.firstcome.command.order.domain.OrderEvents.shipped;
import static io.firstcome.command.order.domain.OrderEvents.started;
import static io.firstcome.command.order.domain.Orders.EXPIRY;
import static io.firstcome.command.order.domain.Orders.HOLD;
import static io.firstcome.command.order.domain.Orders.LATE_HOLD;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.P2;
import static io.firstcome.command.order.domain.Orders.PAID;
import static io.firstcome.command.order.domain.Orders.TICK;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history of an order, and that the checks notice a fault. */
class OrderPropertiesTest {

    private static final int TRIES = 300;
    private static final int MAX_COMMANDS = 30;

    @Provide
    Arbitrary<List<OrderCommand>> histories() {
        return anyHistory();
    }

    /** Mostly placed and confirmed first; then anything, of two payments, around the instant of expiry. */
    private static Arbitrary<List<OrderCommand>> anyHistory() {
        Arbitrary<PaymentId> payments = Arbitraries.frequency(Tuple.of(4, P1), Tuple.of(1, P2));
        Arbitrary<Instant> instants = Arbitraries.of(NOW, EXPIRY.minus(TICK), EXPIRY, EXPIRY.plus(TICK));
        Arbitrary<OrderCommand> start =
                Combinators.combine(payments, instants).as((payment, at) -> Orders.start(payment, Orders.USER, at));
        Arbitrary<OrderCommand> sendBack = Arbitraries.of(
                        Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1).plus(TICK))
                .map(after -> Orders.sendBack(Orders.USER, NOW.plus(after)));
        Arbitrary<String> refunds = Arbitraries.of("r1", "r2", "r3", "r4", "r5");
        Arbitrary<Long> amounts = Arbitraries.of(0L, 1L, 9_000L, PAID / 2, PAID).injectNull(0.4);
        Arbitrary<OrderCommand> refund = Combinators.combine(payments, refunds, amounts)
                .as((payment, id, amount) -> Orders.giveBack(payment, id, amount, Orders.USER));
        Arbitrary<OrderCommand> refused =
                Combinators.combine(payments, refunds).as((payment, id) -> Orders.refundRefused(payment, id, 1_000));
        Arbitrary<OrderCommand> any = Arbitraries.frequencyOf(
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Orders.place(), Orders.recordHold(0, 1), Orders.recordHold(1, 2), Orders.reject())),
                Tuple.of(4, start),
                Tuple.of(1, payments.map(Orders::refuse)),
                Tuple.of(3, payments.map(Orders::record)),
                Tuple.of(2, payments.map(Orders::acceptLate)),
                Tuple.of(1, payments.map(Orders::decline)),
                Tuple.of(1, Arbitraries.of(Orders.cancel(), Orders.cancel(null))),
                Tuple.of(1, instants.map(Orders::expire)),
                Tuple.of(4, Arbitraries.of(Orders.ship(), Orders.deliver())),
                Tuple.of(3, sendBack),
                Tuple.of(2, refund),
                Tuple.of(1, refused),
                Tuple.of(1, payments.map(Orders::recordRefund)));
        Arbitrary<List<OrderCommand>> first = Arbitraries.frequency(
                Tuple.of(8, List.of(Orders.place(), Orders.recordHold(1, 2), Orders.recordHold(0, 1))),
                Tuple.of(1, List.of(Orders.place())),
                Tuple.of(1, List.of()));
        return Combinators.combine(
                        first, any.list().ofMaxSize(MAX_COMMANDS).withSizeDistribution(RandomDistribution.uniform()))
                .as((begin, rest) -> {
                    List<OrderCommand> all = new ArrayList<>(begin);
                    all.addAll(rest);
                    return all;
                });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheInvariantsHold(@ForAll("histories") List<OrderCommand> history) {
        List<Decision> decisions = decide(history, -1);

        assertThat(OrderInvariants.violations(events(decisions))).isEmpty();
        assertThat(decisions)
                .allMatch(decision ->
                        decision.rejection() == null || decision.events().isEmpty());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenNoLaterDecisionChanges(
            @ForAll("histories") List<OrderCommand> history, @ForAll @IntRange(max = MAX_COMMANDS) int count) {
        assertThat(decide(history, count)).isEqualTo(decide(history, -1));
    }

    /** So that the properties are about something. */
    @Test
    void givenHistories_whenDecided_thenEveryEventOccursAndLatePaymentsAreAccepted() {
        Set<Class<?>> occurred = new HashSet<>();
        boolean[] paidAfterExpiry = {false};
        for (List<OrderCommand> history : fixedHistories()) {
            List<?> events = events(decide(history, -1));
            events.forEach(event -> occurred.add(event.getClass()));
            paidAfterExpiry[0] |= events.contains(paid(LATE_HOLD));
        }

        assertThat(occurred).containsExactlyInAnyOrder(OrderEvent.class.getPermittedSubclasses());
        assertThat(paidAfterExpiry[0]).isTrue();
    }

    static List<List<OrderEvent>> brokenHistories() {
        return List.of(
                List.of(confirmed()),
                List.of(placed(), placed()),
                List.of(placed(), rejected(), confirmed()),
                List.of(placed(), confirmed(), confirmed()),
                List.of(placed(), confirmed(), rejected()),
                List.of(placed(), started(P1)),
                List.of(placed(), confirmed(), started(P1), started(P2)),
                List.of(placed(), confirmed(), started(P1, EXPIRY)),
                List.of(placed(), confirmed(), paid()),
                List.of(placed(), confirmed(), started(P2), paid()),
                List.of(placed(), confirmed(), started(P1), paid(LATE_HOLD)),
                List.of(placed(), confirmed(), started(P1), paid(), paid()),
                List.of(placed(), confirmed(), started(P1), paid(), expired()),
                List.of(placed(), confirmed(), started(P1), paid(), cancelled()),
                List.of(placed(), confirmed(), cancelledPaid(HOLD)),
                List.of(placed(), confirmed(), expired(EXPIRY.minus(TICK))),
                List.of(placed(), confirmed(), expired(), expired()),
                List.of(placed(), confirmed(), expired(), cancelled()),
                List.of(placed(), confirmed(), expired(), late(true)),
                List.of(placed(), confirmed(), started(P1), declined(), late(false)),
                List.of(placed(), confirmed(), started(P1), expired(), late(true), paid()),
                List.of(placed(), confirmed(), started(P1), cancelled(), late(false), paid(LATE_HOLD)),
                List.of(placed(), confirmed(), shipped()),
                List.of(placed(), confirmed(), started(P1), paid(), OrderEvents.delivered()),
                List.of(placed(), confirmed(), started(P1), paid(), returned(HOLD, NOW)),
                List.of(placed(), confirmed(), started(P1), refunded(null, false)),
                List.of(placed(), confirmed(), cancelled(), refunded(null, false)),
                List.of(placed(), confirmed(), started(P1), paid(), refunded(HOLD, false)),
                List.of(placed(), confirmed(), started(P1), paid(), refunded(HOLD, true), refunded(HOLD, false)),
                List.of(placed(), confirmed(), started(P1), paid(), shipped(), refunded(HOLD, true)),
                List.of(placed(), confirmed(), started(P1), paid(), allAskedBack("w", PAID, HOLD), shipped()),
                List.of(placed(), confirmed(), started(P1), paid(), shipped(), allAskedBack("w", PAID, null)),
                List.of(placed(), confirmed(), started(P1), paid(), partAskedBack("p", PAID)),
                List.of(placed(), confirmed(), started(P1), partAskedBack("p", 1)),
                List.of(
                        placed(),
                        confirmed(),
                        started(P1),
                        paid(),
                        allAskedBack("w", PAID, HOLD),
                        allAskedBack("again", 1, null)),
                List.of(placed(), confirmed(), started(P1), paid(), refundFailed("r", 1, true)));
    }

    /** The negative control: one fault each, at the end. */
    @ParameterizedTest
    @MethodSource("brokenHistories")
    void givenHistoryWithAFault_whenChecked_thenTheLastEventIsNoticed(List<OrderEvent> history) {
        assertThat(OrderInvariants.violations(history)).isNotEmpty();
        assertThat(OrderInvariants.violations(history.subList(0, history.size() - 1)))
                .isEmpty();
    }

    @Test
    void givenSituations_whenChecked_thenTheInvariantsHold() {
        assertThat(Arrays.asList(OrderScenario.values()))
                .allSatisfy(situation -> assertThat(OrderInvariants.violations(situation.events()))
                        .isEmpty());
    }

    private static List<Decision> decide(List<OrderCommand> history, int snapshotAfter) {
        MemoryAxon axon = new MemoryAxon(Order.class);
        List<Decision> decisions = new ArrayList<>();
        for (OrderCommand command : history) {
            if (decisions.size() == snapshotAfter) {
                axon.snapshot(OrderId.TYPE, Orders.ID.toString());
            }
            decisions.add(axon.send(command));
        }
        return decisions;
    }

    private static List<?> events(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.events().stream())
                .toList();
    }

    /** The histories of the properties, from a fixed seed. */
    private static List<List<OrderCommand>> fixedHistories() {
        List<List<OrderCommand>> histories = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<List<OrderCommand>> generator = anyHistory().generator(1_000);
            Random random = new Random(42);
            for (int i = 0; i < 1_000; i++) {
                histories.add(generator.next(random).value());
            }
        });
        return histories;
    }
}
