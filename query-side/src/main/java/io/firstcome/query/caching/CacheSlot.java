package io.firstcome.query.caching;

import io.firstcome.query.querying.NearView;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The place of one thing in memory. Its version only grows.
 *
 * <p>While its state is being loaded it notes what passes by, so that a state that was read before an event is never taken for one after
 * it.
 */
final class CacheSlot<S extends Versioned, V> {

    /** A state and how it is shown. */
    record Shown<S, V>(S state, NearView<V> view) {}

    private final BiFunction<S, Instant, NearView<V>> show;
    private volatile @Nullable Shown<S, V> shown;
    private long passed = -1;

    /** @param show what a state looks like at an instant */
    CacheSlot(BiFunction<S, Instant, NearView<V>> show) {
        this.show = show;
    }

    /** What is here; null while it is being loaded. */
    @Nullable
    Shown<S, V> shown() {
        return shown;
    }

    /** What is here, as it looks now; null while it is being loaded. */
    @Nullable
    Shown<S, V> shown(Clock clock) {
        Shown<S, V> current = shown;
        return current == null || current.view().until() == null ? current : shownAt(clock.instant());
    }

    private @Nullable Shown<S, V> shownAt(Instant now) {
        Shown<S, V> current = shown;
        return current == null || !isOver(current, now) ? current : showAnew(now);
    }

    private static boolean isOver(Shown<?, ?> shown, Instant now) {
        Instant until = shown.view().until();
        return until != null && !now.isBefore(until);
    }

    private synchronized @Nullable Shown<S, V> showAnew(Instant now) {
        Shown<S, V> current = shown;
        if (current != null && isOver(current, now)) {
            set(current.state(), now);
        }
        return shown;
    }

    private void set(S state, Instant now) {
        shown = new Shown<>(state, show.apply(state, now));
    }

    /** Takes a state that was loaded, unless an event has passed by that is not in it. */
    synchronized boolean fill(S state, Instant now) {
        if (passed > state.version()) {
            return false;
        }
        set(state, now);
        return true;
    }

    /** A state of this version was seen elsewhere: none that is older is taken any more. */
    synchronized void passed(long version) {
        passed = Math.max(passed, version);
    }

    /** What was missed is not known: nothing that was read before is taken any more. */
    synchronized void giveUp() {
        passed = Long.MAX_VALUE;
    }

    /**
     * Takes an event.
     *
     * @return false when the state cannot follow it: it is then to be loaded anew
     */
    synchronized <E> boolean follow(DomainEventMessage<?> message, Class<E> type, Fold<S, E> fold, Instant now) {
        long version = message.getSequenceNumber();
        passed(version);
        Shown<S, V> current = shown;
        if (current == null || version <= current.state().version()) {
            return true;
        }
        if (version != current.state().version() + 1 || !type.isAssignableFrom(message.getPayloadType())) {
            return false;
        }
        set(fold.apply(current.state(), type.cast(message.getPayload()), version), now);
        return true;
    }
}
