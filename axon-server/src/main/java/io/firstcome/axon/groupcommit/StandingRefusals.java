package io.firstcome.axon.groupcommit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.contract.StandingRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What aggregates refuse as they stand, by the last state of each that is committed. Bounded.
 *
 * <p>Written by the lanes only. All commands of an aggregate are in one lane, so what is written about it comes in the order
 * of its commits: a refusal never outlives the answer to the command that ended it.
 */
final class StandingRefusals {

    private final Cache<String, StandingRefusal> standing;

    /** A cache without room still has an entry for a moment. */
    private final boolean kept;

    /** @param maximumSize for how many aggregates at most; 0: for none */
    StandingRefusals(int maximumSize) {
        this.standing = Caffeine.newBuilder().maximumSize(maximumSize).build();
        this.kept = maximumSize > 0;
    }

    /** Why the command is refused by what is committed; null when its aggregate has to be asked. */
    @Nullable
    RefusalCode of(Object payload) {
        if (payload instanceof AggregateCommand command) {
            StandingRefusal refusal = standing.getIfPresent(command.aggregateId());
            return refusal == null ? null : refusal.of(command);
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

    /** Whether these commands were committed is not known. */
    void forget(List<PendingCommand> batch) {
        for (PendingCommand pending : batch) {
            if (pending.command().getPayload() instanceof AggregateCommand command) {
                standing.invalidate(command.aggregateId());
            }
        }
    }
}
