package io.firstcome.axon.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells of a key that it is certainly not in the table, without asking the database: a Bloom filter in layers.
 *
 * <p>A layer that is full gets a larger one beside it, and is dropped when its last key is too old to count. At most one in
 * a hundred keys that are not in the table is taken for one that is.
 */
public final class KnownKeys {

    private static final int SMALLEST = 1 << 17;
    private static final int LARGEST = 1 << 23;
    private static final int BITS_FOR_A_KEY = 12;
    private static final int PROBES = 6;
    /** Longer than a key counts, so that no clock is fine enough to matter. */
    private static final Duration MAX_AGE = IdempotencyStore.RETENTION.plusHours(1);

    private final InstantSource clock;
    private volatile List<Layer> layers;
    private volatile boolean complete;

    KnownKeys(InstantSource clock) {
        this.clock = clock;
        this.layers = List.of(new Layer(SMALLEST));
    }

    /** Whether the key may be in the table. Always true until what the table had at the start is known. */
    public boolean mayKnow(KeyHash key) {
        if (!complete) {
            return true;
        }
        for (Layer layer : layers) {
            if (layer.mayHave(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the table had at the start is known. */
    public boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** To be called before the key is committed. */
    synchronized void add(KeyHash key) {
        Layer newest = layers.getLast();
        if (newest.keys == newest.capacity) {
            newest = withNewLayer(Math.min(LARGEST, 4 * newest.capacity));
        }
        newest.add(key, clock.instant());
    }

    private Layer withNewLayer(int capacity) {
        Instant oldest = clock.instant().minus(MAX_AGE);
        List<Layer> kept = new ArrayList<>();
        for (Layer layer : layers) {
            if (!layer.lastAdded.isBefore(oldest)) {
                kept.add(layer);
            }
        }
        Layer added = new Layer(capacity);
        kept.add(added);
        layers = List.copyOf(kept);
        return added;
    }

    private static final class Layer {

        private final int capacity;
        private final AtomicLongArray bits;
        private final long mask;
        private int keys;
        private Instant lastAdded = Instant.EPOCH;

        Layer(int capacity) {
            this.capacity = capacity;
            int words = Integer.highestOneBit(capacity / Long.SIZE * BITS_FOR_A_KEY - 1) * 2;
            this.bits = new AtomicLongArray(words);
            this.mask = (long) words * Long.SIZE - 1;
        }

        void add(KeyHash key, Instant now) {
            long at = key.high();
            for (int i = 0; i < PROBES; i++, at += key.low() | 1) {
                int word = (int) ((at & mask) >>> 6);
                bits.set(word, bits.get(word) | (1L << at));
            }
            keys++;
            lastAdded = now;
        }

        boolean mayHave(KeyHash key) {
            long at = key.high();
            for (int i = 0; i < PROBES; i++, at += key.low() | 1) {
                if ((bits.get((int) ((at & mask) >>> 6)) & (1L << at)) == 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
