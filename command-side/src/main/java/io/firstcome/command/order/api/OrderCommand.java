package io.firstcome.command.order.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.order.OrderId;

/** A command to one order. */
public sealed interface OrderCommand extends AggregateCommand
        permits PlaceOrder,
                RecordHold,
                RejectOrder,
                StartPayment,
                RefusePayment,
                RecordPayment,
                AcceptLatePayment,
                DeclineOrder,
                CancelOrder,
                ExpireOrder,
                ShipOrder,
                DeliverOrder,
                ReturnOrder,
                StartRefund,
                RecordRefundFailure,
                RecordRefund {

    OrderId orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
        return OrderErrorCode.ORDER_NOT_FOUND;
    }
}
