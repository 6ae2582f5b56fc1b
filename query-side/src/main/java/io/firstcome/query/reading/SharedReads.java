package io.firstcome.query.reading;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Reads that many ask for at once and one carries out: who asks for a key while it is being read gets what that read comes to,
 * be it a failure. So nobody waits longer than for one read, also when the database hangs.
 */
public final class SharedReads<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> reading = new ConcurrentHashMap<>();

    /** What {@code read} finds, or the one that is under way for this key. */
    public V get(K key, Supplier<V> read) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = reading.putIfAbsent(key, mine);
        if (other != null) {
            return outcome(other);
        }
        try {
            V found = read.get();
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            reading.remove(key, mine);
        }
    }

    private static <V> V outcome(CompletableFuture<V> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
