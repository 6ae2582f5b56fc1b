package io.firstcome.query.near;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Where events are stored. */
interface NearSource {

    /** The position of the newest event, 0 before the first. */
    long head();

    /** A part of the events of some types of aggregates in commit order. */
    Part between(long after, long upTo, Collection<String> aggregateTypes, int limit);

    /** The events of an aggregate from a sequence number on, at most {@code limit}. */
    List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit);

    /**
     * Some events.
     *
     * @param reached behind this position it goes on
     */
    record Part(List<? extends DomainEventMessage<?>> events, long reached) {}
}
