package io.firstcome.events;

import java.util.Objects;

/**
 * The one rule for identifiers: 1 to 64 characters out of {@code A-Z a-z 0-9 . _ ~ -}.
 *
 * <p>These characters need no escaping in a URL, a Kafka key or a Redis key, and the colon stays free to separate an
 * aggregate's type from its id in the event store.
 */
public final class Ids {

    /** The pattern of a valid identifier, also published in the OpenAPI document. */
    public static final String PATTERN = "[A-Za-z0-9._~-]{1,64}";

    private static final int MAX_LENGTH = 64;
    private static final String PUNCTUATION = "._~-";

    private Ids() {}

    /** Tells whether {@code value} may be used as an identifier. */
    public static boolean isValid(String value) {
        // By hand: every id of every event passes here, and the pattern takes ten times as long.
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return length > 0 && length <= MAX_LENGTH;
    }

    /**
     * Tells whether {@code value} may name something new: a valid identifier that a path can end in, unlike {@code .} and
     * {@code ..}, which clients and servers take away. Stored ones may be these.
     */
    public static boolean isAddressable(String value) {
        return isValid(value) && !value.equals(".") && !value.equals("..");
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PUNCTUATION.indexOf(c) >= 0;
    }

    /**
     * Returns {@code value} when it is a valid identifier.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static String requireValid(String value, String what) {
        Objects.requireNonNull(value, what);
        if (!isValid(value)) {
            throw new IllegalArgumentException(what + " must be 1 to 64 characters of A-Z a-z 0-9 . _ ~ -");
        }
        return value;
    }
}
