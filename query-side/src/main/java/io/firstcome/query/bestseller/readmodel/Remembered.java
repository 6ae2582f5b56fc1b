package io.firstcome.query.bestseller.readmodel;

import io.firstcome.query.bestseller.api.BestSeller;
import io.firstcome.query.reading.SharedReads;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that is made anew when it is a second old; those who ask meanwhile wait for it, and fail when it does. */
final class Remembered {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<List<BestSeller>> source;
    private final LongSupplier clock;
    private final SharedReads<Remembered, List<BestSeller>> shared = new SharedReads<>();
    private volatile @Nullable Made made;

    Remembered(Supplier<List<BestSeller>> source, LongSupplier nanoClock) {
        this.source = source;
        this.clock = nanoClock;
    }

    private record Made(List<BestSeller> list, long at) {}

    List<BestSeller> get() {
        Made current = made;
        return current != null && isFresh(current) ? current.list() : shared.get(this, this::make);
    }

    private List<BestSeller> make() {
        Made current = made;
        if (current != null && isFresh(current)) {
            // Another one was quicker.
            return current.list();
        }
        Made fresh = new Made(List.copyOf(source.get()), clock.getAsLong());
        made = fresh;
        return fresh.list();
    }

    private boolean isFresh(Made list) {
        return clock.getAsLong() - list.at() < NANOS;
    }
}
