package io.firstcome.commandnode.routing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jgroups.Address;

/**
 * How much longer than usual a message was under way, without a clock that two machines agree on: the difference between the
 * receiver's and the sender's {@link System#nanoTime()} is least for the fastest message, and what another one has more is its delay.
 *
 * <p>A node that was frozen finds commands in its sockets whose senders have long had another answer. It must not begin with them.
 */
final class TransitTimes {

    /** The clocks of two machines drift apart, so the fastest message is one of the last minutes. */
    private static final long WINDOW = Duration.ofMinutes(2).toNanos();

    /** After a silence this long the clocks say nothing any more. */
    private static final long SILENCE = Duration.ofHours(1).toNanos();

    private static final class Fastest {

        private long windowEnd;
        private long before = Long.MAX_VALUE;
        private long now = Long.MAX_VALUE;

        synchronized long delay(long sentAt, long receivedAt) {
            if (now == Long.MAX_VALUE || receivedAt - windowEnd > SILENCE) {
                before = Long.MAX_VALUE;
                now = Long.MAX_VALUE;
                windowEnd = receivedAt + WINDOW;
            } else if (receivedAt - windowEnd > 0) {
                before = now;
                now = receivedAt - sentAt;
                windowEnd = receivedAt + WINDOW;
            }
            long difference = receivedAt - sentAt;
            long fastest = Math.min(before, now);
            now = Math.min(now, difference);
            return fastest == Long.MAX_VALUE ? 0 : Math.max(0, difference - fastest);
        }
    }

    private final Map<Address, Fastest> senders = new ConcurrentHashMap<>();

    /**
     * The delay of a message, 0 for the first one of its sender.
     *
     * @param sentAt by the sender's clock
     * @param receivedAt by this node's
     */
    Duration delay(Address sender, long sentAt, long receivedAt) {
        return Duration.ofNanos(
                senders.computeIfAbsent(sender, key -> new Fastest()).delay(sentAt, receivedAt));
    }

    void retain(Set<Address> members) {
        senders.keySet().retainAll(members);
    }
}
