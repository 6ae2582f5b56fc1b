package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * An order asked for pieces and gets none of this product.
 *
 * @param holdId the reservation that did not come about
 * @param reason {@code OUT_OF_STOCK}, {@code SALE_NOT_OPEN}, {@code LIMIT_PER_USER}, {@code PRE_ORDER_NOT_OPEN} or
 *     {@code SKU_NOT_FOUND}
 */
public record StockHoldRefused(
        String productId, String holdId, String orderId, String userId, String reason, Instant refusedAt)
        implements StockMessage {}
