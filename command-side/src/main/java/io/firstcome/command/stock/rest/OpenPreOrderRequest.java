package io.firstcome.command.stock.rest;

import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockId;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /product/{productId}/pre-order}. */
@Schema(example = """
                {"quantity": 30, "from": "2026-11-20T09:00:00Z", "until": "2026-11-27T09:00:00Z"}""")
record OpenPreOrderRequest(
        @NotNull @Min(1) @Max(OpenPreOrder.MAX_QUANTITY) Integer quantity,

        @Schema(description = "The first instant at which it can be pre-ordered") @NotNull
        Instant from,

        @Schema(description = "The first instant at which it no longer can") @NotNull
        Instant until,

        @Schema(description = "Needed when the product has options") @OpaqueId @Nullable
        String skuId) {

    OpenPreOrder toCommand(StockId stock, Instant at) {
        if (!from.isBefore(until)) {
            throw ProblemException.invalid("until", FieldError.Code.OUT_OF_RANGE, "must be later than from");
        }
        return new OpenPreOrder(stock, skuId == null ? null : new SkuId(skuId), quantity, from, until, at);
    }
}
