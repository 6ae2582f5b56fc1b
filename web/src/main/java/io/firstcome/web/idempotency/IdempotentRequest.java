package io.firstcome.web.idempotency;

/**
 * A request that its sender may repeat. A controller takes it as a nullable parameter: null without the header.
 *
 * <p>A header that is empty, longer than 255 characters, sent twice or not printable ASCII is answered with
 * {@code INVALID_IDEMPOTENCY_KEY}.
 */
public final class IdempotentRequest {

    private final String key;
    private final byte[] fingerprint;

    /** A request with this key and fingerprint. */
    public IdempotentRequest(String key, byte[] fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint.clone();
    }

    /** The {@code Idempotency-Key}: 1 to 255 printable ASCII characters. Keys are per user. */
    public String key() {
        return key;
    }

    /** SHA-256 over method, path and the body's bytes: 32 bytes. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public String toString() {
        return "IdempotentRequest[" + key + "]";
    }
}
