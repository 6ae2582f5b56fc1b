package io.firstcome.axon.idempotency;

/**
 * What a command under a key ended with.
 *
 * @param fingerprint SHA-256 of the request as hexadecimal text
 * @param outcome JSON, as the command bus wrote it
 */
public record RememberedOutcome(IdempotencyKey key, String fingerprint, String outcome) {}
