package io.firstcome.axon.eventstore;

import io.firstcome.axon.eventstore.ForeignWrites.Found;

/**
 * Reads the head's row, which says who appended last and since when. On one node that is all, once a batch.
 *
 * <p>The events of the lane's own last commit are left out; those of the node's other lanes are found when somebody else wrote too.
 */
final class HeadForeignWrites implements ForeignWrites {

    /** More is not listed: to load the lane's aggregates again costs less than to read what happened to all others. */
    private static final int MOST = 5_000;

    private static final long NOTHING_YET = -1;

    private final EventRows events;
    private final Writer writer;
    private long known = NOTHING_YET;
    private long doubtsSeen;
    private long ownFirst;
    private long ownLast;

    HeadForeignWrites(EventRows events, Writer writer) {
        this.events = events;
        this.writer = writer;
    }

    @Override
    public Found next(boolean locked) {
        Head head = events.head(locked);
        if (head.position() < known) {
            writer.doubt();
        }
        long doubts = writer.doubts();
        Found found = doubts == doubtsSeen ? foundUpTo(head) : Found.ANYTHING;
        doubtsSeen = doubts;
        known = head.position();
        ownFirst = 0;
        ownLast = 0;
        return found;
    }

    private Found foundUpTo(Head head) {
        if (known == NOTHING_YET || head.isOnlyBy(writer.id(), known)) {
            return Found.NOTHING;
        }
        return head.position() - known > MOST
                ? Found.ANYTHING
                : new Found(false, events.aggregatesBetween(known, head.position(), ownFirst, ownLast));
    }

    @Override
    public void committed(long first, long last) {
        ownFirst = first;
        ownLast = last;
    }

    /** The lost transaction bears the old id. */
    @Override
    public void unknownCommit() {
        writer.renew();
    }

    @Override
    public void storeFailed() {
        writer.doubt();
    }
}
