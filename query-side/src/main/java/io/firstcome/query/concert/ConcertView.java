package io.firstcome.query.concert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A concert, a row of {@code concert_view}.
 *
 * @param version the sequence number of the last event of the concert that it contains
 * @param createdPosition the place of its announcement in commit order; greater is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ConcertViewResponse", example = """
                {"concertId": "spring-tour", "title": "Spring tour", "artist": "The Firsts", "venue": "Olympic Hall",
                 "createdAt": "2026-11-20T09:00:00Z", "version": 0}""")
public record ConcertView(
        String concertId,
        String title,
        String artist,
        @Nullable String venue,
        Instant createdAt,
        @JsonIgnore long createdPosition,
        long version) {}
