package io.firstcome.command.coupon.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Whose each issued piece is and when it expires, by serial; and the pieces of each user. Nothing is ever taken out. Some 30 bytes a
 * piece, whatever the ids are.
 *
 * <p>Users and expiries are arrays in the order of the serials. A table of serials leads from a user to their pieces: open addressing,
 * linear probing, at most two thirds full.
 */
final class IssuedCoupons {

    private static final int SMALLEST = 16;
    private static final int MAX_DIGITS = 10;

    /** The first half of a number's key, which no other key has. */
    private static final long NUMBER = 0;

    /** Two for each piece: its user's key. */
    private long[] users;

    /** Microseconds since 1970-01-01T00:00:00Z. */
    private long[] expiries;

    /** Serials; 0: a free place. */
    private int[] table;

    private int issued;

    IssuedCoupons() {
        this(0);
    }

    /** Has room for {@code expected} pieces. */
    IssuedCoupons(int expected) {
        int room = Math.max(SMALLEST, expected);
        int places = SMALLEST;
        while (room * 3L > places * 2L) {
            places *= 2;
        }
        users = new long[2 * room];
        expiries = new long[room];
        table = new int[places];
    }

    /** How many there are; also the last serial. */
    int issued() {
        return issued;
    }

    /** Gives the next piece to the user. */
    void add(UserId user, Instant expiresAt) {
        add(keyOf(user), ChronoUnit.MICROS.between(Instant.EPOCH, expiresAt));
    }

    void add(Key user, long expiry) {
        if (issued == expiries.length) {
            int room = issued + issued / 2;
            users = Arrays.copyOf(users, 2 * room);
            expiries = Arrays.copyOf(expiries, room);
        }
        users[2 * issued] = user.high();
        users[2 * issued + 1] = user.low();
        expiries[issued] = expiry;
        issued++;
        if (issued * 3L > table.length * 2L) {
            table = new int[2 * table.length];
            for (int serial = 1; serial < issued; serial++) {
                put(serial);
            }
        }
        put(issued);
    }

    private void put(int serial) {
        int place = placeOf(userOf(serial));
        while (table[place] != 0) {
            place = next(place);
        }
        table[place] = serial;
    }

    /** How many the user has. */
    int count(UserId user) {
        Key key = keyOf(user);
        int count = 0;
        for (int place = placeOf(key); table[place] != 0; place = next(place)) {
            if (isOf(table[place], key)) {
                count++;
            }
        }
        return count;
    }

    /** The serial of the user's piece that expires first, of those that are valid at {@code at} and not used; 0: there is none. */
    int firstToExpire(UserId user, Instant at, IntPredicate used) {
        Key key = keyOf(user);
        int first = 0;
        for (int place = placeOf(key); table[place] != 0; place = next(place)) {
            int serial = table[place];
            if (isOf(serial, key) && at.isBefore(expiry(serial)) && !used.test(serial) && isBefore(serial, first)) {
                first = serial;
            }
        }
        return first;
    }

    /** By expiry, then by serial. Any piece is before none. */
    private boolean isBefore(int serial, int other) {
        int byExpiry = other == 0 ? -1 : Long.compare(expiries[serial - 1], expiries[other - 1]);
        return byExpiry < 0 || (byExpiry == 0 && serial < other);
    }

    /** The first instant at which that piece is not valid any more. */
    Instant expiry(int serial) {
        return Instant.EPOCH.plus(expiries[serial - 1], ChronoUnit.MICROS);
    }

    long expiryMicros(int serial) {
        return expiries[serial - 1];
    }

    Key userOf(int serial) {
        return new Key(users[2 * serial - 2], users[2 * serial - 1]);
    }

    private boolean isOf(int serial, Key user) {
        return users[2 * serial - 2] == user.high() && users[2 * serial - 1] == user.low();
    }

    /** Where the user's pieces begin to be looked for. */
    private int placeOf(Key user) {
        return Long.hashCode((user.high() ^ Long.rotateLeft(user.low(), 32)) * 0x9E3779B97F4A7C15L)
                & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    /** A number as itself, so that it takes few bytes in a snapshot; any other id by {@link Key}. */
    private static Key keyOf(UserId user) {
        long number = numberOf(user.value());
        if (number >= 0) {
            return new Key(NUMBER, number);
        }
        Key key = Key.of(user.value());
        // A UUID may begin with anything. No id has a space, so this is the key of this one alone.
        return key.high() == NUMBER ? Key.of(" " + user.value()) : key;
    }

    static boolean isNumber(Key user) {
        return user.high() == NUMBER;
    }

    static Key numbered(long number) {
        return new Key(NUMBER, number);
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
}
