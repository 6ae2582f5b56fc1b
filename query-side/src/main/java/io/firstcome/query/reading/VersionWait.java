package io.firstcome.query.reading;

import io.firstcome.axon.processing.ViewProgress;
import io.firstcome.query.asking.ReadModelBehindException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits until a view has reached the version that a client knows from a command's answer. */
@Component
public class VersionWait {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final ViewProgress progress;
    private final Newcomers newcomers;

    VersionWait(ViewProgress progress, Newcomers newcomers) {
        this.progress = progress;
        this.newcomers = newcomers;
    }

    /**
     * What {@code read} finds, as soon as its version is {@code minVersion} or more, within 2 s.
     *
     * <p>A thing that is not there may just have been created; when all events are in the view, it was not.
     *
     * @param processor the one that writes the rows
     * @param minVersion null: whatever is found, at once; when that is nothing and the view is behind, within 500 ms
     * @param version that of what was found
     * @throws ReadModelBehindException when the version is not there in time
     */
    public <T> Optional<T> find(
            String processor, @Nullable Long minVersion, Supplier<Optional<T>> read, ToLongFunction<T> version) {
        return find(processor, minVersion, read, read, version);
    }

    /** The same for a view with a copy in Redis: when that is behind, those who wait for an id share their looks into MySQL. */
    public <S extends Versioned> Optional<S> find(
            String processor, @Nullable Long minVersion, CachedReader<S> reader, String id) {
        long least = minVersion == null ? 0 : minVersion;
        return find(
                processor, minVersion, () -> reader.find(id, least), () -> reader.findShared(id), Versioned::version);
    }

    private <T> Optional<T> find(
            String processor,
            @Nullable Long minVersion,
            Supplier<Optional<T>> first,
            Supplier<Optional<T>> again,
            ToLongFunction<T> version) {
        Optional<T> found = first.get();
        if (minVersion == null) {
            return found.isPresent() ? found : newcomers.find(processor, first);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (found.isEmpty() || version.applyAsLong(found.get()) < minVersion) {
            if (System.nanoTime() - end >= 0 || !pauses.next()) {
                if (found.isEmpty() && progress.hasCaughtUp(processor)) {
                    return found;
                }
                throw new ReadModelBehindException(minVersion);
            }
            found = again.get();
        }
        return found;
    }
}
