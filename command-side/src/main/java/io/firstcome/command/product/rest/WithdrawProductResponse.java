package io.firstcome.command.product.rest;

import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A product that is no longer sold. */
@Schema(example = "{\"productId\": \"1\", \"withdrawnAt\": \"2026-11-20T09:00:00Z\"}")
record WithdrawProductResponse(String productId, Instant withdrawnAt) {

    static WithdrawProductResponse of(ProductWithdrawn event) {
        return new WithdrawProductResponse(event.productId().value(), event.withdrawnAt());
    }
}
