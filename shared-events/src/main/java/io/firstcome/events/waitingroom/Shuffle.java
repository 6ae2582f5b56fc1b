package io.firstcome.events.waitingroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The order of a shuffled room: by the SHA-256 of {@code <seed>:<userId>} in UTF-8, the smallest hexadecimal text first.
 *
 * <p>Nobody can choose a good place by choosing when to come or as whom, because the seed is not known before; and anybody can compute it
 * again with a line of code, because it was committed to.
 */
public final class Shuffle {

    private Shuffle() {}

    /** What a room commits to before it opens: SHA-256 of the seed as it is written, 64 hexadecimal digits. */
    public static String commitmentTo(String seed) {
        return HexFormat.of().formatHex(digest(seed));
    }

    /** The users in the order in which they are let in. */
    public static List<String> order(String seed, Collection<String> users) {
        record Ranked(String user, String rank) {}
        return users.stream()
                .map(user -> new Ranked(user, HexFormat.of().formatHex(digest(seed + ":" + user))))
                .sorted(Comparator.comparing(Ranked::rank))
                .map(Ranked::user)
                .toList();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
