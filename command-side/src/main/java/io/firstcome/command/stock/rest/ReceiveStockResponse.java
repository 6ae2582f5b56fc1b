package io.firstcome.command.stock.rest;

import io.firstcome.events.stock.StockEvent.StockReceived;
import io.swagger.v3.oas.annotations.media.Schema;

/** Pieces that came in. */
@Schema(example = "{\"productId\": \"1\", \"skuId\": \"1\", \"quantity\": 50}")
record ReceiveStockResponse(String productId, String skuId, int quantity) {

    static ReceiveStockResponse of(StockReceived event) {
        return new ReceiveStockResponse(event.stockId().value(), event.skuId().value(), event.quantity());
    }
}
