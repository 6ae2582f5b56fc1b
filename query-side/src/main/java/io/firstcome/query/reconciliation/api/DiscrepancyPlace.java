package io.firstcome.query.reconciliation.api;

/**
 * A place in the list of discrepancies: behind this one.
 *
 * @param since in microseconds since 1970
 * @param subject the order or payment as the event store knows it
 */
public record DiscrepancyPlace(long since, String subject, DiscrepancyKind kind) {}
