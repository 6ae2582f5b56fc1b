package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/** A reservation was paid: its pieces left the stock. */
public record StockSold(
        String productId, String holdId, String orderId, String userId, List<HeldLine> lines, Instant soldAt)
        implements StockMessage {}
