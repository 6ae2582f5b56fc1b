package io.firstcome.query.points.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.query.points.api.PointsEntryType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one event changes in the view of a user's points. */
public sealed interface PointsChange extends Change {

    String userId();

    /** What the wallet holds since. */
    long balance();

    /** Points came or went. */
    record Moved(
            String userId,
            PointsEntryType type,
            long amount,
            long balance,
            @Nullable String orderId,
            @Nullable String paymentId,
            Instant at,
            Origin origin)
            implements PointsChange {}

    /** Something that the view does not show, but for the version. */
    record Noted(String userId, long balance, Origin origin) implements PointsChange {}
}
