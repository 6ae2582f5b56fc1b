package io.firstcome.command.process.fulfilment;

import io.firstcome.command.order.api.ConfirmOrder;
import io.firstcome.command.order.api.ExpireOrder;
import io.firstcome.command.order.api.RejectOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.Steps;
import io.firstcome.command.process.hold.Holds;
import io.firstcome.events.order.OrderCancelled;
import io.firstcome.events.order.OrderExpired;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderPaid;
import io.firstcome.events.order.OrderPlaced;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockHeld;
import io.firstcome.events.stock.StockHoldRefused;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Holds the stock of an order until it is paid, and gives it back when it is not.
 *
 * <p>The stocks may answer in any order, and also after the order has ended. The process ends when the order is paid or has
 * ended, and every stock has answered.
 */
@ProcessingGroup(Processes.ORDER)
@Revision("1")
public final class OrderFulfilmentSaga {

    /** The property by which events find the process. */
    static final String ORDER = "orderId";

    /** When the time to pay is over. */
    static final String HOLD_OVER = "order-hold-over";

    private @Nullable OrderId orderId;
    private @Nullable Holds holds;
    private @Nullable String deadlineId;
    private boolean over;

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPlaced event, @Timestamp Instant at, Steps steps, DeadlineManager deadlines) {
        orderId = event.orderId();
        holds = new Holds(new HoldId(event.orderId().value()), event.lines());
        holds.requests(event.orderId(), event.userId(), event.holdExpiresAt(), at)
                .forEach(steps::send);
        deadlineId = deadlines.schedule(event.holdExpiresAt(), HOLD_OVER, event.orderId());
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockHeld event, @Timestamp Instant at, Steps steps, DeadlineManager deadlines, ShippingTerms shipping) {
        holds().on(event);
        answered(at, steps, deadlines, shipping);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(
            StockHoldRefused event,
            @Timestamp Instant at,
            Steps steps,
            DeadlineManager deadlines,
            ShippingTerms shipping) {
        holds().on(event);
        answered(at, steps, deadlines, shipping);
    }

    private void answered(Instant at, Steps steps, DeadlineManager deadlines, ShippingTerms shipping) {
        HoldRefusal refusal = holds().refusal();
        if (over) {
            end(at, steps, deadlines);
        } else if (holds().areAllAnswered() && refusal == null) {
            steps.send(new ConfirmOrder(order(), holds().pricedLines(), shipping, at));
        } else if (holds().areAllAnswered() && refusal != null) {
            steps.send(new RejectOrder(order(), refusal, at));
            end(at, steps, deadlines);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPaid event, @Timestamp Instant at, Steps steps, DeadlineManager deadlines) {
        holds().sales(at).forEach(steps::send);
        cancelDeadline(deadlines);
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCancelled event, @Timestamp Instant at, Steps steps, DeadlineManager deadlines) {
        end(at, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderExpired event, @Timestamp Instant at, Steps steps, DeadlineManager deadlines) {
        end(at, steps, deadlines);
    }

    @DeadlineHandler(deadlineName = HOLD_OVER)
    void onHoldOver(OrderId order, @Timestamp Instant at, Steps steps) {
        deadlineId = null;
        steps.send(new ExpireOrder(order, at));
    }

    /** Gives back what is held; stays as long as a stock has not answered. */
    private void end(Instant at, Steps steps, DeadlineManager deadlines) {
        over = true;
        holds().releases(at).forEach(steps::send);
        cancelDeadline(deadlines);
        if (holds().areAllAnswered()) {
            SagaLifecycle.end();
        }
    }

    private void cancelDeadline(DeadlineManager deadlines) {
        if (deadlineId != null) {
            deadlines.cancelSchedule(HOLD_OVER, deadlineId);
            deadlineId = null;
        }
    }

    private OrderId order() {
        return Objects.requireNonNull(orderId, "orderId");
    }

    private Holds holds() {
        return Objects.requireNonNull(holds, "holds");
    }
}
