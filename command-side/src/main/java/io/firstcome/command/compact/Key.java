package io.firstcome.command.compact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * An id as 128 bits.
 *
 * <p>A UUID in its canonical form is its own bits. Any other id is the first half of its SHA-256; among a million ids
 * two share it with a probability of 10<sup>-27</sup>.
 */
public record Key(long high, long low) {

    private static final int UUID_LENGTH = 36;

    /** The key of {@code id}, which is not empty. */
    public static Key of(String id) {
        if (id.length() == UUID_LENGTH && id.charAt(8) == '-') {
            UUID uuid = uuidOf(id);
            if (uuid.toString().equals(id)) {
                return new Key(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            }
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(id.getBytes(StandardCharsets.UTF_8)));
        return new Key(digest.getLong(), digest.getLong());
    }

    /** The UUID that is written as {@code id}, or the nil UUID, which no other text is equal to. */
    private static UUID uuidOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
