package io.firstcome.query.stock.api;

import org.jspecify.annotations.Nullable;

/**
 * The pieces of one option of a product.
 *
 * @param skuId the bare id; that of the product when it has no options
 * @param preOrder null when there never was one
 */
public record OptionStock(
        String skuId, StockCounts pieces, @Nullable PreOrderStock preOrder) {}
