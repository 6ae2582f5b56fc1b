package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * The lines of one product are held, those of others are not decided yet. Status PENDING.
 *
 * @param lines those of the product
 */
public record OrderLinesHeld(String orderId, String userId, List<PricedLine> lines, Instant heldAt)
        implements OrderMessage {}
