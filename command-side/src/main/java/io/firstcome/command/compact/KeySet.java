package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A set of 128-bit keys in one array: open addressing, linear probing, at most two thirds full, 24 to 48 bytes a key.
 *
 * <p>The key of all zero bits marks a free place in the array, so it is held apart.
 */
public final class KeySet {

    private static final int SMALLEST = 16;

    private long[] table;
    private int size;
    private boolean hasZero;

    /** An empty set. */
    public KeySet() {
        this(0);
    }

    /** Has room for {@code expected} keys. */
    private KeySet(int expected) {
        int places = SMALLEST;
        while (expected * 3L > places * 2L) {
            places *= 2;
        }
        table = new long[places * 2];
    }

    /** Tells whether {@code key} was added. */
    public boolean contains(Key key) {
        if (isZero(key)) {
            return hasZero;
        }
        int place = placeOf(key);
        return table[place * 2] != 0 || table[place * 2 + 1] != 0;
    }

    /** Adds {@code key}; one that is there already changes nothing. */
    public void add(Key key) {
        if (isZero(key)) {
            hasZero = true;
        } else if (!contains(key)) {
            put(key);
            if (++size * 3L > table.length) {
                grow();
            }
        }
    }

    private void put(Key key) {
        int place = placeOf(key);
        table[place * 2] = key.high();
        table[place * 2 + 1] = key.low();
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                put(new Key(old[i], old[i + 1]));
            }
        }
    }

    /** The place where the key stands, or the free place where it would. */
    private int placeOf(Key key) {
        int mask = table.length / 2 - 1;
        int place = Long.hashCode((key.high() ^ Long.rotateLeft(key.low(), 32)) * 0x9E3779B97F4A7C15L) & mask;
        while ((table[place * 2] != 0 || table[place * 2 + 1] != 0)
                && (table[place * 2] != key.high() || table[place * 2 + 1] != key.low())) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static boolean isZero(Key key) {
        return key.high() == 0 && key.low() == 0;
    }

    /** Writes the keys, 16 bytes each. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeBoolean(hasZero);
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0 || table[i + 1] != 0) {
                out.writeLong(table[i]);
                out.writeLong(table[i + 1]);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * <p>The keys come in the order of their places. In a table that grew with them they would crowd its first places,
     * and reading would take the square of their number: so it has its full length from the start.
     */
    public static KeySet read(DataInput in) throws IOException {
        int size = in.readInt();
        KeySet set = new KeySet(size);
        set.hasZero = in.readBoolean();
        for (int i = 0; i < size; i++) {
            set.add(new Key(in.readLong(), in.readLong()));
        }
        return set;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeySet set && size == set.size && hasZero == set.hasZero && set.containsAllOf(table);
    }

    private boolean containsAllOf(long[] keys) {
        for (int i = 0; i < keys.length; i += 2) {
            if ((keys[i] != 0 || keys[i + 1] != 0) && !contains(new Key(keys[i], keys[i + 1]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 2 * size + (hasZero ? 1 : 0);
    }
}
