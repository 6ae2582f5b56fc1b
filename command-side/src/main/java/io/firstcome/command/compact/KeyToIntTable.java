package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A number of 0 or more for each 128-bit key, 36 to 72 bytes a key. A key that was never given a number has 0, and a key whose
 * number falls to 0 is dropped when the table grows.
 */
public final class KeyToIntTable {

    private static final Key ZERO = new Key(0, 0);

    private final KeyTable table;

    /** No key has a number. */
    public KeyToIntTable() {
        this(0);
    }

    private KeyToIntTable(int expected) {
        table = new KeyTable(KeyTable.KEYS_AND_VALUES, true, expected);
    }

    /** The number of {@code key}, 0 when it has none. */
    public int get(Key key) {
        return (int) table.get(key, 0);
    }

    /** Gives {@code key} a number of 0 or more. */
    public void set(Key key, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("A number is 0 or more, not " + number);
        }
        if (number > 0 || table.contains(key)) {
            table.put(key, number);
        }
    }

    /** Adds to the number of {@code key}; less than nothing is nothing. */
    public void add(Key key, int difference) {
        set(key, Math.max(0, Math.addExact(get(key), difference)));
    }

    /** Writes the keys that have a number above 0: 17 bytes each as long as the number is below 128. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(count());
        writeNumber(out, get(ZERO));
        table.forEach((key, number) -> {
            if (number != 0) {
                out.writeLong(key.high());
                out.writeLong(key.low());
                writeNumber(out, (int) number);
            }
        });
    }

    /** How many keys have a number above 0. */
    private int count() throws IOException {
        int[] count = {0};
        table.forEach((key, number) -> count[0] += number == 0 ? 0 : 1);
        return count[0];
    }

    /** Reads what {@link #write} wrote. */
    public static KeyToIntTable read(DataInput in) throws IOException {
        int count = in.readInt();
        KeyToIntTable read = new KeyToIntTable(count);
        read.set(ZERO, readNumber(in));
        for (int i = 0; i < count; i++) {
            Key key = new Key(in.readLong(), in.readLong());
            read.set(key, readNumber(in));
        }
        return read;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void writeNumber(DataOutput out, int number) throws IOException {
        int rest = number;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readNumber(DataInput in) throws IOException {
        int number = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next > 0x7F) {
            number |= (next & 0x7F) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return number | (next << shift);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyToIntTable that && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return get(ZERO);
    }
}
