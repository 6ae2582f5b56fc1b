package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A set of 128-bit keys, 24 to 48 bytes each. Nothing is ever taken out. */
public final class KeySet {

    private static final Key ZERO = new Key(0, 0);

    private final KeyTable table;

    /** An empty set. */
    public KeySet() {
        this(0);
    }

    private KeySet(int expected) {
        table = new KeyTable(KeyTable.KEYS, false, expected);
    }

    /** Tells whether {@code key} was added. */
    public boolean contains(Key key) {
        return table.contains(key);
    }

    /** Adds {@code key}; one that is there already changes nothing. */
    public void add(Key key) {
        table.put(key, 0);
    }

    /** Writes the keys, 16 bytes each. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(table.size());
        out.writeBoolean(contains(ZERO));
        table.forEach((key, value) -> {
            out.writeLong(key.high());
            out.writeLong(key.low());
        });
    }

    /** Reads what {@link #write} wrote. */
    public static KeySet read(DataInput in) throws IOException {
        int size = in.readInt();
        KeySet set = new KeySet(size);
        if (in.readBoolean()) {
            set.add(ZERO);
        }
        for (int i = 0; i < size; i++) {
            set.add(new Key(in.readLong(), in.readLong()));
        }
        return set;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeySet set && table.equals(set.table);
    }

    @Override
    public int hashCode() {
        return table.size();
    }
}
