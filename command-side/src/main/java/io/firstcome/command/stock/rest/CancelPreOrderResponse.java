package io.firstcome.command.stock.rest;

import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A pre-order that has ended. */
@Schema(example = "{\"productId\": \"1\", \"skuId\": \"1\", \"cancelledAt\": \"2026-11-20T09:00:00Z\"}")
record CancelPreOrderResponse(String productId, String skuId, Instant cancelledAt) {

    static CancelPreOrderResponse of(PreOrderCancelled event) {
        return new CancelPreOrderResponse(event.stockId().value(), event.skuId().value(), event.cancelledAt());
    }
}
