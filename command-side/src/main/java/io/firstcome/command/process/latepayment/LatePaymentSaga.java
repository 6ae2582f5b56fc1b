package io.firstcome.command.process.latepayment;

import io.firstcome.command.order.api.OrderCommand.AcceptLatePayment;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.hold.HoldCommands;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Completes a payment that was approved after its order had expired when all its stock can be held again, else refunds it. A
 * payment of a cancelled order is refunded at once.
 *
 * <p>{@code OrderFulfilment} sells the stock at {@code OrderPaid}, not this process when all is held: the buyer may have had the
 * payment refunded in the meantime, and then the stock is given back. As there, all stocks are told to release, whatever they
 * answered or will answer: they decide the hold first, since it was sent first.
 */
@ProcessingGroup(Processes.ORDER)
@Revision("2")
public final class LatePaymentSaga {

    /** The property by which the order's events find the process. */
    static final String PAYMENT = "paymentId";

    /** The property by which the answers of stocks and dates do. */
    static final String HOLD = "holdId";

    /** How the refund of a late payment ends. */
    static final String LATE = "-late";

    /** What the reservation says; it is sold or given back as soon as all stocks have answered. */
    private static final Duration HELD_FOR = Duration.ofMinutes(30);

    private @Nullable OrderPaymentLate late;
    private Set<StockId> unanswered = new HashSet<>();

    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(OrderPaymentLate event, @Timestamp Instant at, ProcessCommands steps) {
        late = event;
        if (event.expired()) {
            unanswered.addAll(HoldCommands.byStock(event.lines()).keySet());
            SagaLifecycle.associateWith(HOLD, LateHold.of(event.paymentId()).toString());
            holdOf(event).hold(at.plus(HELD_FOR), at).forEach(steps::send);
        } else {
            refund("The order was cancelled before it was paid", at, steps);
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(StockHeld event, @Timestamp Instant at, ProcessCommands steps) {
        unanswered.remove(event.stockId());
        if (unanswered.isEmpty()) {
            accept(event.holdId(), at, steps);
        }
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(SeatsHeld event, @Timestamp Instant at, ProcessCommands steps) {
        accept(event.holdId(), at, steps);
    }

    private void accept(HoldId hold, Instant at, ProcessCommands steps) {
        steps.send(new AcceptLatePayment(late().orderId(), late().paymentId(), hold, at));
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(StockHoldRefused event, @Timestamp Instant at, ProcessCommands steps) {
        refuse(at, steps);
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(SeatsRefused event, @Timestamp Instant at, ProcessCommands steps) {
        refuse(at, steps);
    }

    private void refuse(Instant at, ProcessCommands steps) {
        refund("The order had expired and is no longer in stock", at, steps);
        release(at, steps);
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(OrderPaid event) {
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(OrderRefunded event, @Timestamp Instant at, ProcessCommands steps) {
        release(at, steps);
    }

    private void refund(String reason, Instant at, ProcessCommands steps) {
        steps.send(refund(late().paymentId(), reason, at));
    }

    /** Gives a late payment back. */
    public static RefundPayment refund(PaymentId payment, String reason, Instant at) {
        return new RefundPayment(payment, new RefundId(payment.value() + LATE), null, reason, null, at);
    }

    private void release(Instant at, ProcessCommands steps) {
        release(late(), at).forEach(steps::send);
        SagaLifecycle.end();
    }

    /** Gives the pieces back that are held for a late payment. */
    public static List<AggregateCommand> release(OrderPaymentLate late, Instant at) {
        return holdOf(late).release(at);
    }

    private static HoldCommands holdOf(OrderPaymentLate late) {
        return new HoldCommands(late.lines(), LateHold.of(late.paymentId()), late.orderId(), late.userId());
    }

    private OrderPaymentLate late() {
        return Objects.requireNonNull(late, "late");
    }
}
