package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * Pieces are reserved for an order.
 *
 * @param lines one for each option, pre-ordered ones apart
 * @param heldUntil when they are to be free again unless they are paid
 */
public record StockHeld(
        String productId,
        String holdId,
        String orderId,
        String userId,
        List<HeldLine> lines,
        Instant heldUntil,
        Instant heldAt)
        implements StockMessage {}
