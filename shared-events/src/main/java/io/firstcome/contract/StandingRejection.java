package io.firstcome.contract;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate refuses for good: whatever happens to it later, on any node, it would refuse these commands too, though perhaps with
 * another code.
 *
 * <p>So it may be told without the aggregate, from the commit of the state that it was made of. It is asked by many threads, so nothing
 * that it looks at may change any more.
 */
@FunctionalInterface
public interface StandingRejection {

    /** Why {@code command} is refused; null when the aggregate itself has to say. */
    @Nullable
    RejectionCode of(AggregateCommand command);
}
