package io.firstcome.contract;

/** A command to one aggregate that must exist, or to one that is about to be created. */
public interface AggregateCommand {

    /** How the event store knows the aggregate, for example {@code coupon:1}. Also the command's routing key. */
    String aggregateId();

    /** The rejection when there is no such aggregate. */
    RejectionCode whenUnknown();
}
