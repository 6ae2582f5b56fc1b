package io.firstcome.query.concert;

import io.firstcome.query.concert.ConcertQuery.FindSeatMap;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.stream.EventStreams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Tells those who listen which seats of a date have changed, at most {@value #A_SECOND} times a second.
 *
 * <p>Who is behind, because their line is slow or their connection was lost, gets all changes since in one event. Nothing is kept for
 * them: what they have missed is asked of the map by the version that they have.
 */
@Component
class SeatStreams extends EventStreams<String, SeatMap> {

    static final int A_SECOND = 5;

    private final QueryClient questions;

    SeatStreams(QueryClient questions) {
        super("seat-streams", Duration.ofSeconds(1).dividedBy(A_SECOND));
        this.questions = questions;
    }

    @Override
    protected Optional<SeatMap> stateOf(String dateId) {
        return questions.find(new FindSeatMap(dateId, null), SeatMap.class);
    }

    /**
     * Begins to tell what changes after this version.
     *
     * @throws ProblemException when too many listen
     */
    SseEmitter listen(String dateId, long version) throws IOException {
        return listen(dateId, new Changes(version));
    }

    /** The changes after the version that was told last. */
    private static final class Changes implements Source<SeatMap> {

        private volatile long version;

        private Changes(long version) {
            this.version = version;
        }

        @Override
        public boolean hasNews(SeatMap map) {
            return map.version() > version;
        }

        @Override
        public Optional<SseEventBuilder> next(SeatMap map, boolean quiet) {
            if (!hasNews(map)) {
                return Optional.empty();
            }
            List<SeatView> changed = map.seats().since(version, seat -> true);
            // A refusal makes a version, too, in which no seat has changed.
            version = map.version();
            return changed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SseEmitter.event()
                            .name("seats")
                            .id(Long.toString(version))
                            .data(new SeatMapView(changed, version), MediaType.APPLICATION_JSON));
        }
    }
}
