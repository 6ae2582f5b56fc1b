package io.firstcome.axon.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A user's key as 128 bits of its SHA-256: nobody finds two keys that share them. */
public record KeyHash(long high, long low) {

    /** The hash of {@code key}. */
    public static KeyHash of(IdempotencyKey key) {
        // No user id has a line break.
        byte[] text = (key.userId() + '\n' + key.key()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text));
        return new KeyHash(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
