package io.firstcome.axon.tail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All who are told each entry. */
final class Listeners {

    private final List<TailListener> all = new CopyOnWriteArrayList<>();

    void add(TailListener listener) {
        all.add(listener);
    }

    void remove(TailListener listener) {
        all.remove(listener);
    }

    void next(Entry entry) {
        all.forEach(listener -> listener.next(entry));
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
