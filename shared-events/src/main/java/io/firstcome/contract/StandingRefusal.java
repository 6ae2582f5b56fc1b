package io.firstcome.contract;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate refuses as it stands, without being asked again.
 *
 * <p>It holds from the commit of the state that it was made of until the aggregate's next event. It is asked by many
 * threads, so nothing that it looks at may change any more.
 */
@FunctionalInterface
public interface StandingRefusal {

    /** Why {@code command} is refused; null when it is not, or when the aggregate itself has to say. */
    @Nullable
    RefusalCode of(AggregateCommand command);
}
