package io.firstcome.axon.commandbus;

import io.firstcome.axon.eventstore.ForeignWrites;
import io.firstcome.axon.tail.AppendedEvents;
import io.firstcome.axon.tail.Commit;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one lane has in memory of its aggregates and of their rejections. Used by the lane's thread: no aggregate of the lane is in use
 * while others' writes are taken in, so none comes back into the cache afterwards that lacks them.
 */
final class LaneCaches {

    private final AggregateMemory aggregates;
    private final RejectionCache rejections;
    private final Predicate<String> ofLane;
    private final ForeignWrites others;

    /** @param ofLane whether the lane handles the commands of an aggregate */
    LaneCaches(AggregateMemory aggregates, RejectionCache rejections, Predicate<String> ofLane) {
        this.aggregates = aggregates;
        this.rejections = rejections;
        this.ofLane = ofLane;
        this.others = aggregates.foreignWrites();
    }

    /**
     * Drops what is older than the store, and reads what the batch will need. To be called in the transaction of an attempt, before its
     * first command is handled.
     *
     * @param alone whether no other node may append until the transaction ends
     */
    void prepare(List<String> aggregateIds, boolean alone) {
        ForeignWrites.Found found = others.next(alone);
        if (found.any()) {
            aggregates.dropAll(ofLane);
            rejections.dropAll(ofLane);
        } else {
            found.aggregateIds().stream().filter(ofLane).forEach(this::drop);
        }
        aggregates.readAhead(aggregateIds);
    }

    private void drop(String aggregateId) {
        aggregates.drop(aggregateId);
        rejections.drop(aggregateId);
    }

    /** The current unit of work is committed. */
    void committed() {
        List<Commit> own = AppendedEvents.noted();
        if (!own.isEmpty()) {
            others.committed(own.getFirst().first(), own.getLast().last());
        }
    }

    /** Nobody knows whether the batch was committed. */
    void unknownCommit(List<PendingCommand> batch) {
        others.unknownCommit();
        others.storeFailed();
        rejections.forget(batch);
    }

    /** The store did not answer. */
    void storeFailed() {
        others.storeFailed();
    }

    /** The outcomes are committed, and not yet told. */
    void note(List<PendingCommand> batch, List<Outcome> outcomes) {
        rejections.note(batch, outcomes);
    }
}
