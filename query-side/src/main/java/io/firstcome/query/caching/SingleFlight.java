package io.firstcome.query.caching;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Runs one read for all callers that ask for the same key at the same time: they share its result, or its failure. So nobody waits
 * longer than for one read, also when the database hangs. Nothing is kept: a caller that comes after the end reads anew.
 */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> reading = new ConcurrentHashMap<>();

    /** What {@code read} finds, or the one that is under way for this key. */
    V get(K key, Supplier<V> read) {
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
