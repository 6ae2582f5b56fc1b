package io.firstcome.query.payment.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the payments of all users, newest first; answered by {@link Payments}.
 *
 * @param status only those that have it; null: all
 * @param refund only those whose newest refund has it; null: all
 * @param before only those begun before this position; {@link Long#MAX_VALUE} for the newest
 * @param limit how many at most, 1 or more
 */
public record FindPayments(
        @Nullable PaymentStatus status, @Nullable RefundStatus refund, long before, int limit) {}
