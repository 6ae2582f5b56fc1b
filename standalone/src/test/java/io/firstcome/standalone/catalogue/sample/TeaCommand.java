package io.firstcome.standalone.catalogue.sample;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;

/** Commands to a teapot. */
public sealed interface TeaCommand extends AggregateCommand {

    /** Handled once, as it should be. */
    record BrewTea() implements TeaCommand {}

    /** Handled twice. */
    record PourTea() implements TeaCommand {}

    /** Handled by nobody. */
    record DrinkTea() implements TeaCommand {}

    @Override
    default String aggregateId() {
        return "tea:1";
    }

    @Override
    default RejectionCode whenUnknown() {
        throw new UnsupportedOperationException("It is never sent");
    }
}
