package io.firstcome.query.points;

import org.jspecify.annotations.Nullable;

/** What can be asked about points. */
public sealed interface PointsQuery {

    /**
     * Asks for a user's points; answered by {@link PointsView}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param userId the bare id
     * @param before only changes before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many changes at most, 1 or more
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     */
    record FindPoints(
            String userId, long before, int limit, @Nullable Long minVersion) implements PointsQuery {}
}
