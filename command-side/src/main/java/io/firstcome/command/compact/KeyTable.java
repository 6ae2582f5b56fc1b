package io.firstcome.command.compact;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * 128-bit keys in one array, each with a value or without: open addressing, linear probing, at most two thirds full.
 *
 * <p>The key of all zero bits marks a free place in the array, so it is held apart.
 */
final class KeyTable {

    /** Without values: 24 to 48 bytes a key. */
    static final int KEYS = 2;

    /** With values: 36 to 72 bytes a key. */
    static final int KEYS_AND_VALUES = 3;

    /** Places at first, with and without {@code dropsZeros}: the order of the keys in a stored snapshot follows from them. */
    private static final int SMALLEST_DROPPING = 8;

    private static final int SMALLEST = 16;

    private final int width;
    private final boolean dropsZeros;
    private long[] table;
    private int size;
    private boolean hasZeroKey;
    private long ofZeroKey;

    /**
     * An empty table.
     *
     * @param width {@link #KEYS} or {@link #KEYS_AND_VALUES}
     * @param dropsZeros whether keys with the value 0 may go when the table grows
     * @param expected how many keys it has room for. A table that is read back needs it: keys come in the order of their
     *     places, so they would crowd the first places of a table that grows, and reading would cost the square of
     *     their number
     */
    KeyTable(int width, boolean dropsZeros, int expected) {
        this.width = width;
        this.dropsZeros = dropsZeros;
        this.table = new long[placesFor(expected) * width];
    }

    private int placesFor(long expected) {
        int places = dropsZeros ? SMALLEST_DROPPING : SMALLEST;
        while (expected * 3 > places * 2L) {
            places *= 2;
        }
        return places;
    }

    /** What is done with each key. */
    interface Visitor {
        void visit(Key key, long value) throws IOException;
    }

    /** How many keys there are beside that of all zero bits. */
    int size() {
        return size;
    }

    boolean contains(Key key) {
        return isZero(key) ? hasZeroKey : isTaken(table, indexOf(key));
    }

    /** The value of {@code key}, or {@code otherwise} when it is not there. */
    long get(Key key, long otherwise) {
        if (isZero(key)) {
            return hasZeroKey ? ofZeroKey : otherwise;
        }
        int at = indexOf(key);
        return isTaken(table, at) ? table[at + 2] : otherwise;
    }

    /** Gives {@code key} this value, in place of the one that it may have; a table without values ignores it. */
    void put(Key key, long value) {
        if (isZero(key)) {
            hasZeroKey = true;
            ofZeroKey = value;
            return;
        }
        int at = indexOf(key);
        boolean added = !isTaken(table, at);
        table[at] = key.high();
        table[at + 1] = key.low();
        if (width == KEYS_AND_VALUES) {
            table[at + 2] = value;
        }
        if (added && ++size * 3L > table.length / width * 2L) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        int kept = 0;
        for (int at = 0; at < old.length; at += width) {
            if (isKept(old, at)) {
                kept++;
            }
        }
        // Twice what is kept, so that the next growth is not due at once.
        int places = kept == size ? old.length / width * 2 : placesFor(2L * kept);
        table = new long[places * width];
        size = 0;
        for (int at = 0; at < old.length; at += width) {
            if (isKept(old, at)) {
                put(new Key(old[at], old[at + 1]), width == KEYS_AND_VALUES ? old[at + 2] : 0);
            }
        }
    }

    private boolean isKept(long[] cells, int at) {
        return isTaken(cells, at) && !(dropsZeros && cells[at + 2] == 0);
    }

    /** Where the key stands, or where it would. */
    private int indexOf(Key key) {
        int mask = table.length / width - 1;
        int place = Long.hashCode((key.high() ^ Long.rotateLeft(key.low(), 32)) * 0x9E3779B97F4A7C15L) & mask;
        while (isTaken(table, place * width)
                && (table[place * width] != key.high() || table[place * width + 1] != key.low())) {
            place = (place + 1) & mask;
        }
        return place * width;
    }

    private static boolean isTaken(long[] cells, int at) {
        return cells[at] != 0 || cells[at + 1] != 0;
    }

    private static boolean isZero(Key key) {
        return key.high() == 0 && key.low() == 0;
    }

    /** All keys but that of all zero bits, in the order of their places. */
    void forEach(Visitor visitor) throws IOException {
        for (int at = 0; at < table.length; at += width) {
            if (isTaken(table, at)) {
                visitor.visit(new Key(table[at], table[at + 1]), width == KEYS_AND_VALUES ? table[at + 2] : 0);
            }
        }
    }

    /** Whether both have the same keys with the same values; one that is not there has the value 0 where zeros are dropped. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyTable that
                && (dropsZeros || (size == that.size && hasZeroKey == that.hasZeroKey))
                && ofZeroKey == that.ofZeroKey
                && hasAllOf(that)
                && that.hasAllOf(this);
    }

    private boolean hasAllOf(KeyTable other) {
        for (int at = 0; at < other.table.length; at += width) {
            if (other.isKept(other.table, at)) {
                Key key = new Key(other.table[at], other.table[at + 1]);
                if (!contains(key) || (width == KEYS_AND_VALUES && get(key, 0) != other.table[at + 2])) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ofZeroKey);
    }
}
