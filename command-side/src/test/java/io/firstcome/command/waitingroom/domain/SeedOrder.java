package io.firstcome.command.waitingroom.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The order of a shuffled room as anyone may compute it, without the code of the room: by the digests as numbers. */
final class SeedOrder {

    private SeedOrder() {}

    static String commitment(String seed) {
        return "%064x".formatted(digest(seed));
    }

    static List<String> of(String seed, Collection<String> users) {
        TreeMap<BigInteger, String> ranked = new TreeMap<>();
        users.forEach(user -> ranked.put(digest(seed + ":" + user), user));
        return List.copyOf(ranked.values());
    }

    private static BigInteger digest(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
