package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * A line could not be held, so none is. Status REJECTED.
 *
 * @param reason {@code OUT_OF_STOCK}, {@code SALE_NOT_OPEN}, {@code LIMIT_PER_USER}, {@code PRE_ORDER_NOT_OPEN} or
 *     {@code SKU_NOT_FOUND}
 */
public record OrderRejected(String orderId, String userId, String reason, Instant rejectedAt) implements OrderMessage {}
