package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/** The buyer sent a delivered order back: it is to be restocked, and its payment given back. */
public record OrderReturned(
        String orderId, String userId, String paymentId, String holdId, List<OrderLine> lines, Instant returnedAt)
        implements OrderMessage {}
