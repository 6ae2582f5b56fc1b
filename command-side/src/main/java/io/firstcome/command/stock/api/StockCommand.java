package io.firstcome.command.stock.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.stock.StockId;

/** A command to one stock. */
public sealed interface StockCommand extends AggregateCommand
        permits OpenStock,
                ReceiveStock,
                HoldStock,
                ReleaseStock,
                SellStock,
                ReturnStock,
                CloseSale,
                OpenPreOrder,
                CancelPreOrder {

    StockId stockId();

    @Override
    default String aggregateId() {
        return stockId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
        return StockErrorCode.PRODUCT_NOT_FOUND;
    }
}
