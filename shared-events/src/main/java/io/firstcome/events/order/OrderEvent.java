package io.firstcome.events.order;

/** The family of events of one order. */
public sealed interface OrderEvent
        permits OrderPlaced,
                OrderLinesHeld,
                OrderConfirmed,
                OrderRejected,
                OrderPaymentStarted,
                OrderPaymentRefused,
                OrderPaid,
                OrderPaymentLate,
                OrderCancelled,
                OrderExpired,
                OrderShipped,
                OrderDelivered,
                OrderReturned,
                OrderRefundStarted,
                OrderRefundFailed,
                OrderRefunded {

    OrderId orderId();
}
