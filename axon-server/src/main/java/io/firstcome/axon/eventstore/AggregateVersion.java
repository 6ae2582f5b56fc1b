package io.firstcome.axon.eventstore;

/**
 * An event by its aggregate.
 *
 * @param aggregateId as the event store knows it
 * @param version the event's number in its aggregate
 */
public record AggregateVersion(String aggregateId, long version) {}
