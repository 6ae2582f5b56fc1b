package io.firstcome.query.consistency;

import io.firstcome.axon.eventstore.AggregateVersion;
import io.firstcome.axon.processors.ViewProgress;
import io.firstcome.query.querying.ReadModelBehindException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a thing when the view has reached the version that a client knows from a command's answer, and gives the view a moment before
 * it is said that a thing does not exist: it may just have been created.
 */
@Component
public class MinVersionReader {

    static final Duration FOR_VERSION = Duration.ofSeconds(2);

    /** Views follow within some tens of milliseconds; what takes longer is an outage, for which nobody should wait. */
    static final Duration FOR_NEW = Duration.ofMillis(500);

    private final ViewProgress progress;
    private final ViewWaits waits;

    MinVersionReader(ViewProgress progress, ViewWaits waits) {
        this.progress = progress;
        this.waits = waits;
    }

    /**
     * What {@code read} finds, as soon as its version is {@code minVersion} or more, within 2 s.
     *
     * <p>A thing that is not there may just have been created; when all events are in the view, it was not.
     *
     * @param processor the one that writes the rows
     * @param aggregateId as the event store knows it
     * @param minVersion null: whatever is found, at once; when that is nothing and the view is behind, within 500 ms
     * @param read opens and ends its own transaction, if it needs one: it is called before and after the wait
     * @param version that of what was found
     * @throws ReadModelBehindException when the version is not there in time, or too many wait
     */
    public <T> Optional<T> find(
            String processor,
            String aggregateId,
            @Nullable Long minVersion,
            Supplier<Optional<T>> read,
            ToLongFunction<T> version) {
        return find(processor, aggregateId, minVersion, read, read, version);
    }

    /**
     * The same for a view with a copy in Redis: when that is behind, those who wait for an id share their look into MySQL.
     *
     * @param shared reads what MySQL has, together with others who ask for the same
     */
    public <T> Optional<T> find(
            String processor,
            String aggregateId,
            @Nullable Long minVersion,
            Supplier<Optional<T>> read,
            Supplier<Optional<T>> shared,
            ToLongFunction<T> version) {
        Optional<T> found = read.get();
        if (minVersion == null) {
            return found.isPresent() ? found : findNew(processor, read);
        }
        if (isThere(found, minVersion, version)) {
            return found;
        }
        AggregateVersion wanted = new AggregateVersion(aggregateId, minVersion);
        ViewWaits.End end = waits.untilContains(processor, wanted, FOR_VERSION);
        if (end == ViewWaits.End.NO_PLACE) {
            throw new ReadModelBehindException(minVersion);
        }
        found = shared.get();
        if (!isThere(found, minVersion, version)) {
            // What is shared may have been read a moment too early.
            found = read.get();
        }
        boolean isAll = end == ViewWaits.End.REACHED || (found.isEmpty() && progress.hasCaughtUp(processor));
        if (isThere(found, minVersion, version) || (found.isEmpty() && isAll)) {
            return found;
        }
        throw new ReadModelBehindException(minVersion);
    }

    private <T> Optional<T> findNew(String processor, Supplier<Optional<T>> read) {
        if (waits.untilCaughtUp(processor, FOR_NEW) == ViewWaits.End.NO_PLACE) {
            throw new ReadModelBehindException(0);
        }
        return read.get();
    }

    private static <T> boolean isThere(Optional<T> found, long minVersion, ToLongFunction<T> version) {
        return found.isPresent() && version.applyAsLong(found.get()) >= minVersion;
    }
}
