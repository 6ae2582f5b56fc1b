package io.firstcome.axon.idempotency;

/**
 * A client's key. Keys are per user.
 *
 * @param key 1 to 255 characters
 */
public record IdempotencyKey(String userId, String key) {}
