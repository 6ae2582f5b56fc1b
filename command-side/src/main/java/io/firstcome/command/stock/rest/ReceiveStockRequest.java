package io.firstcome.command.stock.rest;

import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockId;
import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /product/{productId}/stock}. */
@Schema(example = "{\"quantity\": 50}")
record ReceiveStockRequest(
        @NotNull @Min(1) @Max(ReceiveStock.MAX_QUANTITY) Integer quantity,

        @Schema(description = "Needed when the product has options") @OpaqueId @Nullable
        String skuId) {

    ReceiveStock toCommand(StockId stock, Instant at) {
        return new ReceiveStock(stock, skuId == null ? null : new SkuId(skuId), quantity, at);
    }
}
