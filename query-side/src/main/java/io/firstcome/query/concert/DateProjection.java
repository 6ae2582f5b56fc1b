package io.firstcome.query.concert;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewRow;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps tables {@code date_view} and {@code seat_view}. */
@Component
@ProcessingGroup(DateProjection.GROUP)
class DateProjection extends FoldingProjection<String, DateEvent, DateProjection.Row> {

    static final String GROUP = "concert-date";
    static final ViewTable<Row> DATES = ViewTable.of("date_view", Row.class);
    static final ViewTable<SeatRow> SEATS =
            ViewTable.of("seat_view", SeatRow.class).keyedBy(2);

    DateProjection(ViewFrame frame) {
        super(frame, ViewEvents.of(DateId.TYPE).replaying(DateId.TYPE), DATES, SEATS);
    }

    /** A row of {@code date_view}: its columns are those of the state. */
    static final class Row extends ViewRow<String> {

        DateState state;
        long openedPosition;

        @SuppressWarnings("NullAway.Init") // its table sets the fields
        Row() {}

        @Override
        protected String key() {
            return state.terms().dateId();
        }

        private void take(DateEvent event, long version) {
            state = DateState.after(event instanceof DateOpened ? null : state, event, version);
            SeatMap.Change change = SeatMap.Change.of(event);
            change.seats().forEach(seat -> add(new SeatRow(key(), seat, change.status(), version)));
        }
    }

    /**
     * A row of {@code seat_view}.
     *
     * @param version of the date, when the seat came to this status
     */
    record SeatRow(String dateId, int seat, SeatStatus status, long version) {}

    @EventHandler
    void on(DateEvent event, DomainEventMessage<?> message) {
        add(event.dateId().value(), event, message);
    }

    @Override
    protected Row after(@Nullable Row row, DateEvent event, EventPosition at) {
        Row next = row;
        if (event instanceof DateOpened) {
            next = new Row();
            next.openedPosition = at.position();
        }
        existing(next, event).take(event, at.version());
        return existing(next, event);
    }
}
