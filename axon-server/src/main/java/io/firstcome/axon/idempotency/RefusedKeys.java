package io.firstcome.axon.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys of requests that were refused for good without a transaction, with what they were told. In memory, bounded: the
 * youngest are kept.
 *
 * <p>A key takes some 50 bytes. It is in the younger of two tables; when that is full, the older one is forgotten and they
 * change places. So between one and two times {@code capacity} keys are remembered.
 *
 * @param <R> what was told
 */
public final class RefusedKeys<R> {

    private static final int STRIPES = 16;
    private static final int TRACE_LENGTH = 32;

    /**
     * What a key was told first.
     *
     * @param fingerprint the first 64 bits of the request's fingerprint
     * @param traceId of the request that it was told to
     */
    public record Told<R>(long fingerprint, String traceId, R refusal) {}

    private final Stripe<R>[] stripes;
    private volatile boolean used;

    /** @param capacity how many keys are kept at least before one is forgotten; 0: none */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public RefusedKeys(int capacity, InstantSource clock) {
        this.stripes = new Stripe[capacity == 0 ? 0 : STRIPES];
        Arrays.setAll(stripes, i -> new Stripe<>(Math.max(1, capacity / STRIPES), clock));
    }

    /** Whether a request with this fingerprint and trace can be remembered at all. */
    public boolean canRemember(String fingerprint, @Nullable String traceId) {
        return stripes.length > 0
                && isHex(fingerprint, 16)
                && traceId != null
                && traceId.length() == TRACE_LENGTH
                && isHex(traceId, TRACE_LENGTH);
    }

    /** What the key was told, or null. */
    public @Nullable Told<R> find(KeyHash key) {
        return used ? stripeOf(key).find(key) : null;
    }

    /** Whether no key was ever remembered: then there is nothing to look for. */
    public boolean isEmpty() {
        return !used;
    }

    /** Keeps what the key is told. It was not told anything before. */
    public void remember(KeyHash key, String fingerprint, String traceId, R refusal) {
        used = true;
        stripeOf(key).put(key, prefixOf(fingerprint), traceId, refusal);
    }

    /** The part of a fingerprint that is compared. */
    public static long prefixOf(String fingerprint) {
        return HexFormat.fromHexDigitsToLong(fingerprint, 0, 16);
    }

    private static boolean isHex(String text, int digits) {
        if (text.length() < digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            // Capitals would come back as small letters.
            if (!HexFormat.isHexDigit(c) || (c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }

    private Stripe<R> stripeOf(KeyHash key) {
        return stripes[(int) (key.low() >>> 60)];
    }

    private static final class Stripe<R> {

        private final int capacity;
        private final InstantSource clock;
        private Table<R> young;
        private @Nullable Table<R> old;

        Stripe(int capacity, InstantSource clock) {
            this.capacity = capacity;
            this.clock = clock;
            this.young = new Table<>(clock.instant());
        }

        synchronized @Nullable Told<R> find(KeyHash key) {
            forgetExpired();
            Told<R> told = young.find(key);
            return told != null || old == null ? told : old.find(key);
        }

        synchronized void put(KeyHash key, long fingerprint, String traceId, R refusal) {
            forgetExpired();
            if (young.size == capacity) {
                old = young;
                young = new Table<>(clock.instant());
            }
            young.put(key, fingerprint, traceId, refusal);
        }

        /** A table is kept until its youngest key is too old to count. */
        private void forgetExpired() {
            Duration retention = IdempotencyStore.RETENTION;
            if (young.begun.plus(retention).isBefore(clock.instant())) {
                old = young;
                young = new Table<>(clock.instant());
            }
        }
    }

    /** Open addressing, linear probing, at most two thirds full; a place is free when it has no refusal. */
    private static final class Table<R> {

        private static final int WIDTH = 5;
        private static final int SMALLEST = 64;

        private final Instant begun;
        private long[] cells = new long[SMALLEST * WIDTH];
        private @Nullable Object[] refusals = new Object[SMALLEST];
        private int size;

        Table(Instant begun) {
            this.begun = begun;
        }

        @SuppressWarnings("unchecked") // only put writes into it
        @Nullable
        Told<R> find(KeyHash key) {
            int place = placeOf(key.high(), key.low());
            Object refusal = refusals[place];
            if (refusal == null) {
                return null;
            }
            int at = place * WIDTH;
            HexFormat hex = HexFormat.of();
            String traceId = hex.toHexDigits(cells[at + 3]) + hex.toHexDigits(cells[at + 4]);
            return new Told<>(cells[at + 2], traceId, (R) refusal);
        }

        void put(KeyHash key, long fingerprint, String traceId, R refusal) {
            if (3 * (size + 1) > 2 * refusals.length) {
                grow();
            }
            int place = placeOf(key.high(), key.low());
            int at = place * WIDTH;
            cells[at] = key.high();
            cells[at + 1] = key.low();
            cells[at + 2] = fingerprint;
            cells[at + 3] = HexFormat.fromHexDigitsToLong(traceId, 0, 16);
            cells[at + 4] = HexFormat.fromHexDigitsToLong(traceId, 16, TRACE_LENGTH);
            refusals[place] = refusal;
            size++;
        }

        private void grow() {
            long[] oldCells = cells;
            @Nullable Object[] oldRefusals = refusals;
            cells = new long[2 * oldCells.length];
            refusals = new Object[2 * oldRefusals.length];
            for (int i = 0; i < oldRefusals.length; i++) {
                if (oldRefusals[i] != null) {
                    int place = placeOf(oldCells[i * WIDTH], oldCells[i * WIDTH + 1]);
                    System.arraycopy(oldCells, i * WIDTH, cells, place * WIDTH, WIDTH);
                    refusals[place] = oldRefusals[i];
                }
            }
        }

        /** Where the key stands, or the free place where it would. */
        private int placeOf(long high, long low) {
            int mask = refusals.length - 1;
            int place = (int) high & mask;
            while (refusals[place] != null && (cells[place * WIDTH] != high || cells[place * WIDTH + 1] != low)) {
                place = (place + 1) & mask;
            }
            return place;
        }
    }
}
