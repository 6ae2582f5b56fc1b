package io.firstcome.query.concert;

import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateId;
import io.firstcome.query.caching.LocalCache;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.caching.StoredReader;
import io.firstcome.query.concert.ConcertQuery.FindConcert;
import io.firstcome.query.concert.ConcertQuery.FindConcerts;
import io.firstcome.query.concert.ConcertQuery.FindDates;
import io.firstcome.query.concert.ConcertQuery.FindSeatMap;
import io.firstcome.query.concert.ConcertQuery.FindSoldOut;
import io.firstcome.query.consistency.ConsistentRead;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about concerts and dates: the seats from memory, else from MySQL. */
@Component
class ConcertQueries implements NearViews<SeatMap> {

    private static final double MICROS_PER_SECOND = 1_000_000;

    private final JdbcTemplate jdbc;
    private final MinVersionReader wait;
    private final Clock clock;
    private final ViewTable<ConcertProjection.Row> concerts;
    private final ViewTable<DateProjection.Row> dates;
    private final ViewTable<DateProjection.SeatRow> seats;
    private final LocalCache<SeatMap, DateEvent, SeatMap> maps;

    ConcertQueries(ViewFrame frame, ConsistentRead snapshot, MinVersionReader wait, LocalCaches caches, Clock clock) {
        this.jdbc = frame.jdbc();
        this.wait = wait;
        this.clock = clock;
        this.concerts = frame.table(ConcertProjection.CONCERTS);
        this.dates = frame.table(DateProjection.DATES);
        this.seats = frame.table(DateProjection.SEATS);
        this.maps = caches.over(
                new StoredReader<>(DateProjection.GROUP, DateId.TYPE, id -> snapshot.of(() -> stored(id)), wait),
                new LocalCache.Kind<>(DateEvent.class, SeatMap::after, (map, now) -> new NearView<>(map, null)));
    }

    private Optional<SeatMap> stored(String dateId) {
        return dates.find(jdbc, dateId).map(row -> {
            SeatStates all = SeatStates.free(row.state.terms().grades());
            return new SeatMap(row.state, all.withAll(seats.select(jdbc, "date_id = ?", dateId)));
        });
    }

    @QueryHandler
    Optional<ConcertView> handle(FindConcert query) {
        return wait.find(
                ConcertProjection.GROUP,
                new ConcertId(query.concertId()).toString(),
                query.minVersion(),
                () -> concerts.find(jdbc, query.concertId()).map(row -> row.view),
                ConcertView::version);
    }

    @QueryHandler
    List<ConcertView> handle(FindConcerts query) {
        return concerts
                .select(
                        jdbc,
                        "created_position < ? ORDER BY created_position DESC LIMIT ?",
                        query.before(),
                        query.limit())
                .stream()
                .map(row -> row.view)
                .toList();
    }

    @QueryHandler
    List<DateView> handle(FindDates query) {
        Instant now = clock.instant();
        return dates
                .select(
                        jdbc,
                        "concert_id = ? AND opened_position < ? ORDER BY opened_position DESC LIMIT ?",
                        query.concertId(),
                        query.before(),
                        query.limit())
                .stream()
                .map(row -> row.state.view(now, row.openedPosition))
                .toList();
    }

    @QueryHandler
    Optional<SeatMap> handle(FindSeatMap query) {
        return maps.find(query.dateId(), query.minVersion());
    }

    /** A concert may not be in its view yet when its date is in this one. */
    @QueryHandler
    List<SoldOutDate> handle(FindSoldOut query) {
        return jdbc.query(
                "SELECT d.concert_id, d.date_id, c.title, d.sold_out_after, d.sold_out_at FROM " + dates.name()
                        + " d JOIN " + concerts.name() + " c ON c.concert_id = d.concert_id"
                        + " WHERE d.sold_out_after IS NOT NULL ORDER BY d.sold_out_after, d.sold_out_at LIMIT ?",
                (row, number) -> new SoldOutDate(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4) / MICROS_PER_SECOND,
                        Instant.EPOCH.plusNanos(row.getLong(5) * 1_000)),
                query.limit());
    }

    @Override
    public @Nullable NearView<SeatMap> find(String id) {
        return maps.find(id);
    }
}
