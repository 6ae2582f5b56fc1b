package io.firstcome.contract.v1;

/** What has happened to an order: on topic {@code firstcome.order}, in order for each order. */
public sealed interface OrderMessage extends Message
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

    String orderId();

    @Override
    default String context() {
        return "order";
    }

    @Override
    default String subject() {
        return orderId();
    }
}
