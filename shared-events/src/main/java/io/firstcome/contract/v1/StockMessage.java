package io.firstcome.contract.v1;

/** What has happened to the stock of a product: on topic {@code firstcome.stock}, in order for each product. */
public sealed interface StockMessage extends Message
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

    String productId();

    @Override
    default String context() {
        return "stock";
    }

    @Override
    default String subject() {
        return productId();
    }
}
