package io.firstcome.command.compact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A number of 0 or more for each 128-bit key, in two arrays: open addressing, linear probing, at most two thirds full, 30 to
 * 60 bytes a key. A key that was never given a number has 0, and a key whose number falls to 0 is forgotten when the table
 * grows.
 *
 * <p>The key of all zero bits marks a free place, so its number is held apart.
 */
public final class KeyNumbers {

    private static final int SMALLEST = 8;

    private long[] keys;
    private int[] numbers;
    private int used;
    private int ofZeroKey;

    /** No key has a number. */
    public KeyNumbers() {
        this(0);
    }

    /** Has room for {@code expected} keys. */
    private KeyNumbers(int expected) {
        int places = placesFor(expected);
        keys = new long[places * 2];
        numbers = new int[places];
    }

    private static int placesFor(int expected) {
        int places = SMALLEST;
        while (expected * 3L > places * 2L) {
            places *= 2;
        }
        return places;
    }

    /** The number of {@code key}, 0 when it has none. */
    public int get(Key key) {
        return isZero(key) ? ofZeroKey : numbers[placeOf(key)];
    }

    /** Gives {@code key} a number of 0 or more. */
    public void set(Key key, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("A number is 0 or more, not " + number);
        }
        if (isZero(key)) {
            ofZeroKey = number;
            return;
        }
        int place = placeOf(key);
        if (isFree(place)) {
            if (number == 0) {
                return;
            }
            keys[place * 2] = key.high();
            keys[place * 2 + 1] = key.low();
            used++;
        }
        numbers[place] = number;
        if (used * 3L > numbers.length * 2L) {
            makeRoom();
        }
    }

    /** Adds to the number of {@code key}; less than nothing is nothing. */
    public void add(Key key, int difference) {
        set(key, Math.max(0, Math.addExact(get(key), difference)));
    }

    private void makeRoom() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        int places = placesFor(2 * count());
        keys = new long[places * 2];
        numbers = new int[places];
        used = 0;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                set(new Key(oldKeys[i * 2], oldKeys[i * 2 + 1]), oldNumbers[i]);
            }
        }
    }

    /** How many keys in the table have a number above 0. */
    private int count() {
        int count = 0;
        for (int number : numbers) {
            if (number != 0) {
                count++;
            }
        }
        return count;
    }

    private boolean isFree(int place) {
        return keys[place * 2] == 0 && keys[place * 2 + 1] == 0;
    }

    /** The place where the key stands, or the free place where it would. */
    private int placeOf(Key key) {
        int mask = numbers.length - 1;
        int place = Long.hashCode((key.high() ^ Long.rotateLeft(key.low(), 32)) * 0x9E3779B97F4A7C15L) & mask;
        while (!isFree(place) && (keys[place * 2] != key.high() || keys[place * 2 + 1] != key.low())) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static boolean isZero(Key key) {
        return key.high() == 0 && key.low() == 0;
    }

    /** Writes the keys that have a number above 0: 17 bytes each as long as the number is below 128. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(count());
        writeNumber(out, ofZeroKey);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                out.writeLong(keys[i * 2]);
                out.writeLong(keys[i * 2 + 1]);
                writeNumber(out, numbers[i]);
            }
        }
    }

    /** Reads what {@link #write} wrote. The table has its full length from the start, see {@link KeySet#read}. */
    public static KeyNumbers read(DataInput in) throws IOException {
        int count = in.readInt();
        KeyNumbers read = new KeyNumbers(count);
        read.ofZeroKey = readNumber(in);
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
        return other instanceof KeyNumbers that
                && ofZeroKey == that.ofZeroKey
                && count() == that.count()
                && that.hasAllOf(this);
    }

    private boolean hasAllOf(KeyNumbers other) {
        for (int i = 0; i < other.numbers.length; i++) {
            if (other.numbers[i] != 0 && get(new Key(other.keys[i * 2], other.keys[i * 2 + 1])) != other.numbers[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * count() + ofZeroKey;
    }
}
