package io.firstcome.command.process.fulfilment;

import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RejectOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.process.OrderExpiries;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.hold.HoldCommands;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Holds the stock or the seats of an order until it is paid, and gives them back when it is not.
 *
 * <p>It has no state: the order knows which of its lines are held, and each stock or date knows every hold that it ever decided. All
 * of an order are told when it ends, also those that refused or have not answered yet: they decide the hold first, since it was
 * sent first. A stock whose hold was dead-lettered hears of the end first, and then holds nothing.
 */
@ProcessingGroup(Processes.ORDER)
@DisallowReplay
public final class OrderFulfilment {

    private final ProcessCommands steps;
    private final PastEvents past;
    private final OrderExpiries expiries;
    private final ShippingTerms shipping;

    public OrderFulfilment(ProcessCommands steps, PastEvents past, OrderExpiries expiries, ShippingTerms shipping) {
        this.steps = steps;
        this.past = past;
        this.expiries = expiries;
        this.shipping = shipping;
    }

    /** The reservation that an order begins with; a late payment makes another one. */
    private static HoldId firstHold(OrderId order) {
        return new HoldId(order.value());
    }

    private static HoldCommands first(OrderPlaced order) {
        return new HoldCommands(order.lines(), firstHold(order.orderId()), order.orderId(), order.userId());
    }

    @EventHandler
    void on(OrderPlaced event, @Timestamp Instant at) {
        past.keep(event);
        first(event).hold(event.holdExpiresAt(), at).forEach(steps::send);
        expiries.schedule(event.orderId(), event.holdExpiresAt());
    }

    @EventHandler
    void on(StockHeld event, @Timestamp Instant at) {
        if (event.holdId().equals(firstHold(event.orderId()))) {
            List<PricedLine> lines = event.lines().stream()
                    .map(line -> new PricedLine(
                            event.stockId().productId(),
                            line.skuId(),
                            line.quantity(),
                            line.preOrder(),
                            line.unitPrice()))
                    .toList();
            steps.send(new RecordHold(event.orderId(), lines, shipping, at));
        }
    }

    @EventHandler
    void on(SeatsHeld event, @Timestamp Instant at) {
        if (event.holdId().equals(firstHold(event.orderId()))) {
            List<PricedLine> lines = event.seats().stream()
                    .map(seat -> PricedLine.ofSeat(event.dateId(), seat))
                    .toList();
            steps.send(new RecordHold(event.orderId(), lines, ShippingTerms.NOTHING_TO_SEND, at));
        }
    }

    @EventHandler
    void on(StockHoldRefused event, @Timestamp Instant at) {
        if (event.holdId().equals(firstHold(event.orderId()))) {
            steps.send(new RejectOrder(event.orderId(), event.reason(), null, at));
        }
    }

    @EventHandler
    void on(SeatsRefused event, @Timestamp Instant at) {
        if (event.holdId().equals(firstHold(event.orderId()))) {
            List<Integer> seats = event.seats().isEmpty() ? null : event.seats();
            steps.send(new RejectOrder(event.orderId(), event.reason(), seats, at));
        }
    }

    @EventHandler
    void on(OrderRejected event, @Timestamp Instant at) {
        expiries.cancel(event.orderId());
        OrderPlaced order = past.placed(event.orderId());
        // The only stock of an order is the one that refused; so is its date.
        if (HoldCommands.byStock(order.lines()).size() > 1) {
            first(order).release(at).forEach(steps::send);
        }
    }

    @EventHandler
    void on(OrderPaid event, @Timestamp Instant at) {
        expiries.cancel(event.orderId());
        new HoldCommands(event.lines(), event.holdId(), event.orderId(), event.userId())
                .sell(at)
                .forEach(steps::send);
    }

    /** The pieces of a paid order are restocked by {@code OrderReversal}. */
    @EventHandler
    void on(OrderCancelled event, @Timestamp Instant at) {
        expiries.cancel(event.orderId());
        if (event.holdId() == null) {
            release(event.orderId(), at);
        }
    }

    @EventHandler
    void on(OrderExpired event, @Timestamp Instant at) {
        release(event.orderId(), at);
    }

    private void release(OrderId order, Instant at) {
        first(past.placed(order)).release(at).forEach(steps::send);
    }
}
