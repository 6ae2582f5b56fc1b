package io.firstcome.axon.commandbus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.StandingRejection;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What aggregates refuse for good, by a committed state of each. Bounded.
 *
 * <p>A {@link StandingRejection} holds whatever happens to its aggregate afterwards, so it may be told without a look into the store,
 * whichever node writes. Only its code may be one that the aggregate would no longer give. On one node it never is: the lanes write here
 * in the order of their commits. What another node did is known here after {@link #YOUNG} at the latest.
 */
final class RejectionCache {

    /** After this time a lane has to say it again. */
    static final Duration YOUNG = Duration.ofSeconds(1);

    private final Cache<String, StandingRejection> standing;

    /** A cache without room still has an entry for a moment. */
    private final boolean kept;

    /** @param maximumSize for how many aggregates at most; 0: for none */
    RejectionCache(int maximumSize) {
        this.standing = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterWrite(YOUNG)
                .build();
        this.kept = maximumSize > 0;
    }

    /** Why the command is refused by what is committed; null when its aggregate has to be asked. */
    @Nullable
    RejectionCode of(Object payload) {
        if (payload instanceof AggregateCommand command) {
            StandingRejection rejection = standing.getIfPresent(command.aggregateId());
            return rejection == null ? null : rejection.of(command);
        }
        return null;
    }

    /** The outcomes are committed. To be called by the lane, before the first of their answers is given. */
    void note(List<PendingCommand> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            note(batch.get(i), outcomes.get(i));
        }
    }

    private void note(PendingCommand pending, Outcome outcome) {
        if (pending.command().getPayload() instanceof AggregateCommand command) {
            switch (outcome) {
                case Outcome.Accepted accepted -> {
                    if (accepted.version() != null) {
                        standing.invalidate(command.aggregateId());
                    }
                }
                case Outcome.Rejected rejected -> {
                    if (kept && rejected.standing() != null) {
                        standing.put(command.aggregateId(), rejected.standing());
                    }
                }
            }
        }
    }

    void drop(String aggregateId) {
        standing.invalidate(aggregateId);
    }

    void dropAll(Predicate<String> aggregateIds) {
        standing.asMap().keySet().removeIf(aggregateIds);
    }

    /** Whether these commands were committed is not known. */
    void forget(List<PendingCommand> batch) {
        for (PendingCommand pending : batch) {
            if (pending.command().getPayload() instanceof AggregateCommand command) {
                standing.invalidate(command.aggregateId());
            }
        }
    }
}
