package io.firstcome.command.process.latepayment;

import io.firstcome.command.order.api.AcceptLatePayment;
import io.firstcome.command.payment.api.RefundPayment;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.Steps;
import io.firstcome.command.process.hold.Holds;
import io.firstcome.events.order.OrderPaid;
import io.firstcome.events.order.OrderPaymentLate;
import io.firstcome.events.order.OrderRefunded;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.StockHeld;
import io.firstcome.events.stock.StockHoldRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
 * <p>The sale waits for {@code OrderPaid}: the buyer may have had the payment refunded in the meantime, and then the stock is
 * given back.
 */
@ProcessingGroup(Processes.ORDER)
@Revision("1")
public final class LatePaymentSaga {

    /** The property by which the order's events find the process. */
    static final String PAYMENT = "paymentId";

    /** The property by which the stocks' answers do. */
    static final String HOLD = "holdId";

    /** How the refund of a late payment ends. */
    static final String LATE = "-late";

    /** What the reservation says; it is sold or given back as soon as all stocks have answered. */
    private static final Duration HELD_FOR = Duration.ofMinutes(30);

    private @Nullable OrderPaymentLate late;
    private @Nullable Holds holds;
    private boolean refunded;

    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(OrderPaymentLate event, @Timestamp Instant at, Steps steps) {
        late = event;
        if (event.expired()) {
            Holds again = new Holds(LateHold.of(event.paymentId()), event.lines());
            again.requests(event.orderId(), event.userId(), at.plus(HELD_FOR), at)
                    .forEach(steps::send);
            SagaLifecycle.associateWith(HOLD, again.holdId().toString());
            holds = again;
        } else {
            refund("The order was cancelled before it was paid", at, steps);
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(StockHeld event, @Timestamp Instant at, Steps steps) {
        holds().on(event);
        answered(at, steps);
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(StockHoldRefused event, @Timestamp Instant at, Steps steps) {
        holds().on(event);
        answered(at, steps);
    }

    private void answered(Instant at, Steps steps) {
        if (refunded) {
            giveBack(at, steps);
        } else if (holds().areAllAnswered() && holds().refusal() == null) {
            steps.send(new AcceptLatePayment(late().orderId(), late().paymentId(), holds().holdId(), at));
        } else if (holds().areAllAnswered()) {
            refund("The order had expired and is no longer in stock", at, steps);
            giveBack(at, steps);
        }
    }

    @SagaEventHandler(associationProperty = HOLD, associationResolver = LateHold.class)
    void on(OrderPaid event, @Timestamp Instant at, Steps steps) {
        holds().sales(at).forEach(steps::send);
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(OrderRefunded event, @Timestamp Instant at, Steps steps) {
        refunded = true;
        giveBack(at, steps);
    }

    private void refund(String reason, Instant at, Steps steps) {
        RefundId refund = new RefundId(late().paymentId().value() + LATE);
        steps.send(new RefundPayment(late().paymentId(), refund, null, reason, null, at));
    }

    /** Gives back what is held; stays as long as a stock has not answered. */
    private void giveBack(Instant at, Steps steps) {
        holds().releases(at).forEach(steps::send);
        if (holds().areAllAnswered()) {
            SagaLifecycle.end();
        }
    }

    private OrderPaymentLate late() {
        return Objects.requireNonNull(late, "late");
    }

    private Holds holds() {
        return Objects.requireNonNull(holds, "holds");
    }
}
