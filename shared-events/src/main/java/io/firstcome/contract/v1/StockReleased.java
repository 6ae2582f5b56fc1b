package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/** A reservation ended: its pieces are available again. */
public record StockReleased(
        String productId, String holdId, String orderId, String userId, List<HeldLine> lines, Instant releasedAt)
        implements StockMessage {}
