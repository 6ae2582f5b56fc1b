package io.firstcome.axon.tail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who are told each entry. */
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<TailListener> all = new CopyOnWriteArrayList<>();

    void add(TailListener listener) {
        all.add(listener);
    }

    void remove(TailListener listener) {
        all.remove(listener);
    }

    /** A listener that fails has missed something; the tail and the other listeners go on. */
    void next(Entry entry) {
        for (TailListener listener : all) {
            try {
                listener.next(entry);
            } catch (RuntimeException | Error e) {
                log.error("A listener failed at position {} and begins anew", entry.position(), e);
                listener.lost();
            }
        }
    }

    void lost() {
        all.forEach(TailListener::lost);
    }

    /** Tells them; returns within what time one of them wants to know it again, {@code longest} at most. */
    Duration complete(long instant, Duration longest) {
        Duration shortest = longest;
        for (TailListener listener : all) {
            listener.complete(instant);
            Duration within = listener.completeWithin();
            shortest = within.compareTo(shortest) < 0 ? within : shortest;
        }
        return shortest;
    }
}
