package io.firstcome.command.waitingroom.lookup;

import java.util.Arrays;

/** Numbers of which each is in the line or not, and how many of those in it are before another: a Fenwick tree, 4 bytes a number. */
final class WaitingLine {

    private static final int FIRST_SIZE = 1_024;

    /** At {@code i}: how many of the {@code lowest bit of i} numbers up to and with {@code i} are in the line. */
    private int[] counts = new int[FIRST_SIZE];

    private int size;

    /** How many are in the line. */
    int size() {
        return size;
    }

    /** @param number 1 or more, and not in the line */
    void add(int number) {
        if (number >= counts.length) {
            grow(number);
        }
        change(number, 1);
    }

    /** @param number in the line */
    void remove(int number) {
        change(number, -1);
    }

    void clear() {
        Arrays.fill(counts, 0);
        size = 0;
    }

    /** How many are before {@code number}. */
    int before(int number) {
        int before = 0;
        for (int i = Math.min(number, counts.length) - 1; i > 0; i -= Integer.lowestOneBit(i)) {
            before += counts[i];
        }
        return before;
    }

    private void change(int number, int difference) {
        size += difference;
        for (int i = number; i < counts.length; i += Integer.lowestOneBit(i)) {
            counts[i] += difference;
        }
    }

    /** The length is a power of two, so the new half begins with a node that counts all of the old one, and only that. */
    private void grow(int number) {
        int old = counts.length;
        int length = old;
        while (length <= number) {
            length *= 2;
        }
        counts = Arrays.copyOf(counts, length);
        for (int i = old; i < length; i *= 2) {
            counts[i] = size;
        }
    }
}
