package io.firstcome.command.concert.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Asks the event store.
 *
 * <p>How a date was opened never changes, so it is kept: nothing that is kept can be stale, and what is lost is read again. What is
 * not there is asked for again: it may be opened the next moment.
 */
final class StoredConcerts implements Concerts {

    private static final int MAX_KNOWN = 10_000;

    private final EventStore events;
    private final Cache<DateId, DateOpened> dates =
            Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

    StoredConcerts(EventStore events) {
        this.events = events;
    }

    @Override
    public boolean exists(ConcertId concert) {
        return events.lastSequenceNumberFor(concert.toString()).isPresent();
    }

    @Override
    public Optional<DateOpened> date(DateId date) {
        DateOpened known = dates.getIfPresent(date);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<DateOpened> opened = read(date);
        opened.ifPresent(found -> dates.put(date, found));
        return opened;
    }

    /** From its first event on, past all snapshots. */
    private Optional<DateOpened> read(DateId date) {
        return events.readEvents(date.toString(), 0)
                .asStream()
                .map(message -> message.getPayload())
                .filter(DateOpened.class::isInstance)
                .map(DateOpened.class::cast)
                .findFirst();
    }
}
