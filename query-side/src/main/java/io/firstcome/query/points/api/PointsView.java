package io.firstcome.query.points.api;

import java.util.List;

/**
 * A user's points, and a part of their history, true as of {@code version}.
 *
 * @param balance 0 or more
 * @param version the sequence number of the last event of the wallet that it contains; -1: there is no wallet
 * @param history newest first
 * @param more whether there are older entries
 */
public record PointsView(String userId, long balance, long version, List<PointsEntry> history, boolean more) {

    /** The version of the wallet of a user who never had points. */
    public static final long NO_WALLET = -1;

    public PointsView {
        history = List.copyOf(history);
    }
}
