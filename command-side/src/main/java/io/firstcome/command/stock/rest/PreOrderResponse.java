package io.firstcome.command.stock.rest;

import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A pre-order that is open. */
@Schema(example = """
                {"productId": "1", "skuId": "1", "quantity": 30,
                 "from": "2026-11-20T09:00:00Z", "until": "2026-11-27T09:00:00Z"}""")
record PreOrderResponse(String productId, String skuId, int quantity, Instant from, Instant until) {

    static PreOrderResponse of(PreOrderOpened event) {
        return new PreOrderResponse(
                event.stockId().value(), event.skuId().value(), event.quantity(), event.from(), event.until());
    }
}
