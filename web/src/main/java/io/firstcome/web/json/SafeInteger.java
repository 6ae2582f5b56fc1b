package io.firstcome.web.json;

/**
 * The integers that every client reads as they are written: JavaScript and others have 53 bits for one, and round what is
 * beyond without a word (I-JSON, RFC 7493, 2.2).
 */
public final class SafeInteger {

    /** The largest, 2^53 - 1. */
    public static final long MAX = 9_007_199_254_740_991L;

    private SafeInteger() {}

    static boolean is(long value) {
        return value >= -MAX && value <= MAX;
    }
}
