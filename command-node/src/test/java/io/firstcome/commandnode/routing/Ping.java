package io.firstcome.commandnode.routing;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectionCode;

/** A command that tests send. */
record Ping(String aggregateId) implements AggregateCommand {

    @Override
    public RejectionCode whenUnknown() {
        return CouponErrorCode.COUPON_NOT_FOUND;
    }
}
