package io.firstcome.query.points.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a user's points. Ids are bare.
 *
 * @param amount 1 or more, whatever the type
 * @param balance what the wallet held then
 * @param orderId the order that was paid; null: none, or it is not known
 * @param paymentId the payment that they were spent on or given back from; null: none
 * @param position the place of the change in commit order; greater is newer
 */
public record PointsEntry(
        PointsEntryType type,
        long amount,
        long balance,
        @Nullable String orderId,
        @Nullable String paymentId,
        Instant at,
        long position) {}
