package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What is asked of an approved payment, in this order: the steps of several refunds, in any interleaving, some of them twice.
 */
record RefundHistory(Paying paying, List<PaymentCommand> commands) {

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");

    static Arbitrary<RefundHistory> any() {
        Arbitrary<Paying> payings = Combinators.combine(
                        Arbitraries.longs().between(0, 20), Arbitraries.longs().between(0, 20))
                .as(Paying::new)
                .filter(paying -> paying.amount() > 0);
        return Combinators.combine(payings, steps().list().ofMinSize(1).ofMaxSize(40))
                .as(RefundHistory::new);
    }

    private static Arbitrary<PaymentCommand> steps() {
        Arbitrary<String> ids = Arbitraries.of(IDS);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(ids, Arbitraries.longs().between(-1, 25)).as(Paying::refund),
                ids.map(Paying::refundAll),
                ids.map(Paying::recordCard),
                ids.map(Paying::complete),
                ids.map(Paying::fail)));
    }

    /** What is wrong with the events of this history, at any point, and with the refund of all that is left at its end. */
    List<String> violations(Function<Paying, Payments> maker) {
        Payments payments = maker.apply(paying);
        payments.send(paying.request());
        payments.send(new ApprovePayment(Paying.ID, Paying.AT));
        Ledger ledger = new Ledger(paying);
        commands.forEach(command -> ledger.book(payments.send(command)));
        long left = ledger.left();
        List<PaymentEvent> rest = payments.send(Paying.refundAll("rest"));
        ledger.require(
                left == 0 ? rest.isEmpty() : isOf(rest, left), "exactly what is left can be given back in the end");
        return ledger.violations();
    }

    private static boolean isOf(List<PaymentEvent> events, long amount) {
        return events.size() == 1
                && events.getFirst() instanceof PaymentRefundStarted started
                && started.points() + started.card() == amount;
    }
}
