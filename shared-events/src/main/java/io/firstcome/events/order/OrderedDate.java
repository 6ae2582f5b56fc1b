package io.firstcome.events.order;

import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import java.time.Instant;

/**
 * The date whose seats are ordered.
 *
 * @param startsAt the first instant at which a paid order is not given back any more
 */
public record OrderedDate(ConcertId concertId, DateId dateId, Instant startsAt) {}
