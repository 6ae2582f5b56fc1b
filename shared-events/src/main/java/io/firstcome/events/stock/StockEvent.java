package io.firstcome.events.stock;

/** The family of events of one stock. */
public sealed interface StockEvent
        permits StockOpened,
                StockReceived,
                StockHeld,
                StockHoldRefused,
                StockReleased,
                StockSold,
                StockReturned,
                SaleClosed,
                PreOrderOpened,
                PreOrderCancelled {

    StockId stockId();
}
