package io.firstcome.axon.commandbus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.StandingRejection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What aggregates refuse for good, by a committed state of each. Bounded.
 *
 * <p>A {@link StandingRejection} holds whatever happens to its aggregate afterwards, so it may be told without a look into the store,
 * whichever node writes, and while the store is away. Only its code may be one that the aggregate would no longer give. On one node it
 * never is: the lanes write here in the order of their commits. What another node did is known here after {@link #YOUNG}, since one
 * command in that time goes to the lane, which looks.
 */
final class RejectionCache {

    /** After this time one command has its lane say it again; meanwhile the others are told what is known. */
    static final Duration YOUNG = Duration.ofSeconds(1);

    private final Cache<String, Known> standing;

    /** A cache without room still has an entry for a moment. */
    private final boolean kept;

    /** What is refused, and from when on somebody has to ask again. */
    private static final class Known {

        private final StandingRejection rejection;
        private final AtomicLong askAt = new AtomicLong(System.nanoTime() + YOUNG.toNanos());

        Known(StandingRejection rejection) {
            this.rejection = rejection;
        }

        /** Whether it is this caller who asks again. */
        boolean isToBeAskedAgain() {
            long now = System.nanoTime();
            long due = askAt.get();
            return now - due >= 0 && askAt.compareAndSet(due, now + YOUNG.toNanos());
        }
    }

    /** @param maximumSize for how many aggregates at most; 0: for none */
    RejectionCache(int maximumSize) {
        this.standing = Caffeine.newBuilder().maximumSize(maximumSize).build();
        this.kept = maximumSize > 0;
    }

    /** Why the command is refused by what is committed; null when its aggregate has to be asked. */
    @Nullable
    RejectionCode of(Object payload) {
        if (payload instanceof AggregateCommand command) {
            Known known = standing.getIfPresent(command.aggregateId());
            return known == null || known.isToBeAskedAgain() ? null : known.rejection.of(command);
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
                        standing.put(command.aggregateId(), new Known(rejected.standing()));
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
