package io.firstcome.query.concert;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.concert.ConcertEvent;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewRow;
import io.firstcome.query.view.ViewTable;
import java.time.temporal.ChronoUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps table {@code concert_view}. */
@Component
@ProcessingGroup(ConcertProjection.GROUP)
class ConcertProjection extends FoldingProjection<String, ConcertEvent, ConcertProjection.Row> {

    static final String GROUP = "concert";
    static final ViewTable<Row> CONCERTS = ViewTable.of("concert_view", Row.class);

    ConcertProjection(ViewFrame frame) {
        super(frame, ViewEvents.of(ConcertId.TYPE).replaying(ConcertId.TYPE), CONCERTS);
    }

    /** A row of {@code concert_view}: its columns are those of the view. */
    static final class Row extends ViewRow<String> {

        ConcertView view;

        @SuppressWarnings("NullAway.Init") // its table sets the fields
        Row() {}

        private Row(ConcertView view) {
            this.view = view;
        }

        @Override
        protected String key() {
            return view.concertId();
        }
    }

    @EventHandler
    void on(ConcertEvent event, DomainEventMessage<?> message) {
        add(event.concertId().value(), event, message);
    }

    @Override
    protected Row after(@Nullable Row row, ConcertEvent event, EventPosition at) {
        return switch (event) {
            case ConcertCreated created ->
                new Row(new ConcertView(
                        created.concertId().value(),
                        created.title(),
                        created.artist(),
                        created.venue(),
                        created.createdAt().truncatedTo(ChronoUnit.MICROS),
                        at.position(),
                        at.version()));
        };
    }
}
