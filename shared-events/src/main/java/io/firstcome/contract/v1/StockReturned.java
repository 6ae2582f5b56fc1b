package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/** Sold pieces came back and are available again. */
public record StockReturned(
        String productId, String holdId, String orderId, String userId, List<StockLine> lines, Instant returnedAt)
        implements StockMessage {}
