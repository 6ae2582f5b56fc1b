package io.firstcome.command.process;

import io.firstcome.events.order.OrderId;
import java.time.Instant;

/** When the time to pay an order is over. Written in the transaction of the process that asks; idempotent. */
public interface OrderExpiries {

    /** Has the order told, at that time, that it is over. */
    void schedule(OrderId order, Instant at);

    /** The order needs it no more. It may be told all the same, and then does nothing. */
    void cancel(OrderId order);
}
