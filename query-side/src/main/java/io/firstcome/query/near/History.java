package io.firstcome.query.near;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Where the events of one aggregate are stored. */
interface History {

    /** The events of an aggregate from a sequence number on, at most {@code limit}. */
    List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit);
}
