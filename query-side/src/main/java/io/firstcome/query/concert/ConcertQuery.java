package io.firstcome.query.concert;

import org.jspecify.annotations.Nullable;

/** What can be asked about concerts. */
public sealed interface ConcertQuery {

    /**
     * Asks for one concert; answered by an optional {@link ConcertView}.
     *
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     */
    record FindConcert(String concertId, @Nullable Long minVersion) implements ConcertQuery {}

    /**
     * Asks for concerts, newest first; answered by a list of {@link ConcertView}.
     *
     * @param before only those created before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 or more
     */
    record FindConcerts(long before, int limit) implements ConcertQuery {}

    /**
     * Asks for the dates of a concert, newest first; answered by a list of {@link DateView}.
     *
     * @param before only those opened before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 or more
     */
    record FindDates(String concertId, long before, int limit) implements ConcertQuery {}

    /**
     * Asks for a date and all its seats; answered by an optional {@link SeatMap}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param minVersion the least version of the date, for which the answer waits a while; null: what is there
     */
    record FindSeatMap(String dateId, @Nullable Long minVersion) implements ConcertQuery {}

    /**
     * Asks for the dates that sold out fastest; answered by a list of {@link SoldOutDate}.
     *
     * @param limit how many at most, 1 or more
     */
    record FindSoldOut(int limit) implements ConcertQuery {}
}
