package io.firstcome.command.wrong.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import org.springframework.core.Ordered;

/** A command that is no record, of no sealed family, with a suffix, and with Spring. */
public final class WrongCommand implements AggregateCommand, Ordered {

    @Override
    public String aggregateId() {
        return "wrong:1";
    }

    @Override
    public RejectionCode whenUnknown() {
        return WrongCodes.NOT_FOUND;
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
