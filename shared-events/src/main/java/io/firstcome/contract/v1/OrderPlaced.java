package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * A buyer asked for pieces; nothing is held yet. Where to send them stays inside.
 *
 * @param lines one for each option, pre-ordered ones apart
 * @param holdExpiresAt when the order expires unless it is paid
 */
public record OrderPlaced(String orderId, String userId, List<OrderLine> lines, Instant holdExpiresAt, Instant placedAt)
        implements OrderMessage {}
