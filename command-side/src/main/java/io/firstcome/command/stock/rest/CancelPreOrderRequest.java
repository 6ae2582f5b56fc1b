package io.firstcome.command.stock.rest;

import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /product/{productId}/pre-order/cancel}; none for a product without options. */
@Schema(example = "{\"skuId\": \"1\"}")
record CancelPreOrderRequest(
        @Schema(description = "Needed when the product has options") @OpaqueId @Nullable
        String skuId) {}
