package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number for each of many 128-bit keys, in one array: open addressing, linear probing, at most two thirds full, 36 to 72 bytes a
 * key. Nothing is ever taken out.
 *
 * <p>The key of all zero bits marks a free place in the array, so it is held apart.
 */
public final class KeyMap {

    private static final int SMALLEST = 16;
    private static final int WIDTH = 3;

    private long[] table;
    private int size;
    private @Nullable Long ofZero;

    /** An empty map. */
    public KeyMap() {
        this(0);
    }

    /** Has room for {@code expected} keys. */
    private KeyMap(int expected) {
        int places = SMALLEST;
        while (expected * 3L > places * 2L) {
            places *= 2;
        }
        table = new long[places * WIDTH];
    }

    /** The number of {@code key}, or {@code otherwise} when it has none. */
    public long get(Key key, long otherwise) {
        if (isZero(key)) {
            return ofZero == null ? otherwise : ofZero;
        }
        int at = indexOf(key);
        return isTaken(table, at) ? table[at + 2] : otherwise;
    }

    /** Gives {@code key} this number, in place of the one that it may have. */
    public void put(Key key, long value) {
        if (isZero(key)) {
            ofZero = value;
            return;
        }
        int at = indexOf(key);
        boolean added = !isTaken(table, at);
        table[at] = key.high();
        table[at + 1] = key.low();
        table[at + 2] = value;
        if (added && ++size * 3L > table.length / WIDTH * 2L) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        size = 0;
        for (int at = 0; at < old.length; at += WIDTH) {
            if (isTaken(old, at)) {
                put(new Key(old[at], old[at + 1]), old[at + 2]);
            }
        }
    }

    /** Where the key stands, or where it would. */
    private int indexOf(Key key) {
        int mask = table.length / WIDTH - 1;
        int place = Long.hashCode((key.high() ^ Long.rotateLeft(key.low(), 32)) * 0x9E3779B97F4A7C15L) & mask;
        while (isTaken(table, place * WIDTH)
                && (table[place * WIDTH] != key.high() || table[place * WIDTH + 1] != key.low())) {
            place = (place + 1) & mask;
        }
        return place * WIDTH;
    }

    private static boolean isTaken(long[] table, int at) {
        return table[at] != 0 || table[at + 1] != 0;
    }

    private static boolean isZero(Key key) {
        return key.high() == 0 && key.low() == 0;
    }

    /** Writes the keys with their numbers, 24 bytes each. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeBoolean(ofZero != null);
        if (ofZero != null) {
            out.writeLong(ofZero);
        }
        for (int at = 0; at < table.length; at += WIDTH) {
            if (isTaken(table, at)) {
                out.writeLong(table[at]);
                out.writeLong(table[at + 1]);
                out.writeLong(table[at + 2]);
            }
        }
    }

    /** Reads what {@link #write} wrote, into a table of its full length: see {@link KeySet#read}. */
    public static KeyMap read(DataInput in) throws IOException {
        int size = in.readInt();
        KeyMap map = new KeyMap(size);
        if (in.readBoolean()) {
            map.ofZero = in.readLong();
        }
        for (int i = 0; i < size; i++) {
            map.put(new Key(in.readLong(), in.readLong()), in.readLong());
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyMap map
                && size == map.size
                && Objects.equals(ofZero, map.ofZero)
                && map.containsAllOf(table);
    }

    private boolean containsAllOf(long[] others) {
        for (int at = 0; at < others.length; at += WIDTH) {
            if (isTaken(others, at)) {
                int mine = indexOf(new Key(others[at], others[at + 1]));
                if (!isTaken(table, mine) || table[mine + 2] != others[at + 2]) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 2 * size + (ofZero == null ? 0 : 1);
    }
}
