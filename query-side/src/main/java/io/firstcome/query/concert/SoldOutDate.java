package io.firstcome.query.concert;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A date that sold out.
 *
 * @param seconds from the first sale to the last seat
 */
@Schema(example = """
                {"concertId": "spring-tour", "dateId": "spring-tour-1", "title": "Spring tour", "seconds": 41.207,
                 "soldOutAt": "2026-11-20T09:00:41Z"}""")
public record SoldOutDate(String concertId, String dateId, String title, double seconds, Instant soldOutAt) {}
