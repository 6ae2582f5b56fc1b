package io.firstcome.events.concert;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one concert. */
public sealed interface ConcertEvent {

    ConcertId concertId();

    /**
     * A concert is announced. It has no dates yet.
     *
     * @param venue where it is; null: not told
     */
    @Revision("1")
    record ConcertCreated(
            ConcertId concertId,
            String title,
            String artist,
            @Nullable String venue,
            Instant createdAt) implements ConcertEvent {}
}
