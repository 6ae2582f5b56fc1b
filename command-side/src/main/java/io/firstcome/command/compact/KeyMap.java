package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A number for each of many 128-bit keys, 36 to 72 bytes a key. Nothing is ever taken out. */
public final class KeyMap {

    private static final Key ZERO = new Key(0, 0);

    private final KeyTable table;

    /** An empty map. */
    public KeyMap() {
        this(0);
    }

    private KeyMap(int expected) {
        table = new KeyTable(KeyTable.KEYS_AND_VALUES, false, expected);
    }

    /** The number of {@code key}, or {@code otherwise} when it has none. */
    public long get(Key key, long otherwise) {
        return table.get(key, otherwise);
    }

    /** Gives {@code key} this number, in place of the one that it may have. */
    public void put(Key key, long value) {
        table.put(key, value);
    }

    /** Writes the keys with their numbers, 24 bytes each. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(table.size());
        out.writeBoolean(table.contains(ZERO));
        if (table.contains(ZERO)) {
            out.writeLong(table.get(ZERO, 0));
        }
        table.forEach((key, value) -> {
            out.writeLong(key.high());
            out.writeLong(key.low());
            out.writeLong(value);
        });
    }

    /** Reads what {@link #write} wrote. */
    public static KeyMap read(DataInput in) throws IOException {
        int size = in.readInt();
        KeyMap map = new KeyMap(size);
        if (in.readBoolean()) {
            map.put(ZERO, in.readLong());
        }
        for (int i = 0; i < size; i++) {
            map.put(new Key(in.readLong(), in.readLong()), in.readLong());
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyMap map && table.equals(map.table);
    }

    @Override
    public int hashCode() {
        return table.size();
    }
}
