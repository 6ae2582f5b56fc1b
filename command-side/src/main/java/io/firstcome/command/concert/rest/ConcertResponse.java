package io.firstcome.command.concert.rest;

import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A concert as it was announced. */
@Schema(example = """
                {"concertId": "spring-tour", "title": "Spring tour", "artist": "The Firsts", "venue": "Olympic Hall",
                 "createdAt": "2026-11-20T09:00:00Z"}""")
record ConcertResponse(
        String concertId,
        String title,
        String artist,
        @Nullable String venue,
        Instant createdAt) {

    static ConcertResponse of(ConcertCreated event) {
        return new ConcertResponse(
                event.concertId().value(), event.title(), event.artist(), event.venue(), event.createdAt());
    }
}
