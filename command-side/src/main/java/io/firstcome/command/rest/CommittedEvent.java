package io.firstcome.command.rest;

import org.jspecify.annotations.Nullable;

/**
 * An event that is committed.
 *
 * @param event its payload
 * @param version its number in its aggregate: the aggregate's version after it
 * @param traceId of the request that led to it, if one did
 */
public record CommittedEvent(
        Object event, long version, @Nullable String traceId) {}
