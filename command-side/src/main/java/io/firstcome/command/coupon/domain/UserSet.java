package io.firstcome.command.coupon.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeySet;
import io.firstcome.events.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * A set of users in few bytes each.
 *
 * <p>An id that is a number of up to ten digits goes into a compressed bitmap: a million numbers in a row take a few
 * kilobytes, spread ones some bytes each. Any other id goes into a {@link KeySet} by a key of 128 bits, longer numbers
 * too: a bitmap takes a hundred bytes for each number that is far from its neighbours.
 *
 * <p>Two sets of the same users are equal, so that a test can compare an aggregate with the one that its events make.
 */
final class UserSet {

    private static final int MAX_DIGITS = 10;

    private final Roaring64Bitmap numbers;
    private final KeySet others;

    UserSet() {
        this(new Roaring64Bitmap(), new KeySet());
    }

    private UserSet(Roaring64Bitmap numbers, KeySet others) {
        this.numbers = numbers;
        this.others = others;
    }

    boolean contains(UserId user) {
        long number = numberOf(user.value());
        return number >= 0 ? numbers.contains(number) : others.contains(Key.of(user.value()));
    }

    void add(UserId user) {
        long number = numberOf(user.value());
        if (number >= 0) {
            numbers.addLong(number);
        } else {
            others.add(Key.of(user.value()));
        }
    }

    /** The number that {@code id} is written as, or -1. "007" is another user than "7", so it is no number here. */
    private static long numberOf(String id) {
        int length = id.length();
        if (length > MAX_DIGITS || (id.charAt(0) == '0' && length > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            numbers.runOptimize();
            numbers.serialize(out);
            others.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static UserSet fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Roaring64Bitmap numbers = new Roaring64Bitmap();
            numbers.deserialize(in);
            return new UserSet(numbers, KeySet.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are no set of users", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserSet set && numbers.equals(set.numbers) && others.equals(set.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers, others);
    }
}
