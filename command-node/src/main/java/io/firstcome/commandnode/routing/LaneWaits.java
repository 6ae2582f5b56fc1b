package io.firstcome.commandnode.routing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jgroups.Address;

/**
 * How long commands wait in the lanes of the members, as each tells with what it sends. An overload of an owner is one of those who
 * send to it.
 */
final class LaneWaits {

    /** What was told longer ago says nothing. */
    private static final long CURRENT = Duration.ofMillis(500).toNanos();

    private record Told(Duration longest, long at) {}

    private final Supplier<Duration> own;
    private final Map<Address, Told> others = new ConcurrentHashMap<>();

    /** @param own the longest wait in this node's lanes */
    LaneWaits(Supplier<Duration> own) {
        this.own = own;
    }

    Duration own() {
        return own.get();
    }

    void told(Address member, Duration wait) {
        others.put(member, new Told(wait, System.nanoTime()));
    }

    void retain(Set<Address> members) {
        others.keySet().retainAll(members);
    }

    /** The longest wait at another member; zero when none has told one of late. */
    Duration longestOfOthers() {
        long now = System.nanoTime();
        return others.values().stream()
                .filter(told -> now - told.at() < CURRENT)
                .map(Told::longest)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
