package io.firstcome.query.concert;

import io.firstcome.query.concert.ConcertQuery.FindSeatMap;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who listen which seats of a date have changed, at most {@value #A_SECOND} times a second.
 *
 * <p>Who is behind, because their line is slow or their connection was lost, gets all changes since in one event. Nothing is kept for
 * them: what they have missed is asked of the map by the version that they have.
 *
 * <p>It stops in the last phase, which is stopped first: the web server then waits for requests under way, and a stream would be one.
 */
@Component
class SeatStreams implements SmartLifecycle {

    static final int A_SECOND = 5;

    private static final Logger log = LoggerFactory.getLogger(SeatStreams.class);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private final QueryClient questions;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;

    SeatStreams(QueryClient questions) {
        this.questions = questions;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("seat-streams").factory());
        long pause = Duration.ofSeconds(1).toMillis() / A_SECOND;
        @SuppressWarnings("unused") // it runs until it is shut down
        var ticking = started.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
        clock = started;
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
        listeners.forEach(listener -> listener.emitter.complete());
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    /** One connection. A send may take long, so each listener has its own thread while something is sent. */
    private static final class Listener {

        private final String dateId;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long version;
        private volatile long sentAt = System.nanoTime();

        private Listener(String dateId, long version) {
            this.dateId = dateId;
            this.version = version;
        }

        private boolean isQuiet() {
            return System.nanoTime() - sentAt > QUIET.toNanos();
        }

        private void send(SeatMap map) throws IOException {
            List<SeatView> changed = map.version() > version ? map.seats().since(version, seat -> true) : List.of();
            if (!changed.isEmpty()) {
                emitter.send(SseEmitter.event()
                        .name("seats")
                        .id(Long.toString(map.version()))
                        .data(new SeatMapView(changed, map.version()), MediaType.APPLICATION_JSON));
                sentAt = System.nanoTime();
            } else if (isQuiet()) {
                emitter.send(SseEmitter.event().comment("nothing has changed"));
                sentAt = System.nanoTime();
            }
            // A refusal makes a version, too, in which no seat has changed.
            version = Math.max(version, map.version());
        }
    }

    /**
     * Begins to tell what changes after this version. A comment goes first, so that the client knows that it is connected.
     *
     * @throws ProblemException when too many listen
     */
    synchronized SseEmitter listen(String dateId, long version) throws IOException {
        if (!isRunning() || listeners.size() >= MOST) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "Too many listen.");
        }
        Listener listener = new Listener(dateId, version);
        listener.emitter.onCompletion(() -> listeners.remove(listener));
        listener.emitter.onTimeout(listener.emitter::complete);
        listener.emitter.onError(error -> listeners.remove(listener));
        listener.emitter.send(SseEmitter.event().comment("connected"));
        listeners.add(listener);
        return listener.emitter;
    }

    private void tick() {
        try {
            listeners.stream()
                    .collect(Collectors.groupingBy(listener -> listener.dateId))
                    .forEach(this::tell);
        } catch (RuntimeException e) {
            // The views cannot be read; what was missed is told when they can.
            log.debug("Listeners are told later", e);
        }
    }

    private void tell(String dateId, List<Listener> all) {
        Optional<SeatMap> found = questions.find(new FindSeatMap(dateId, null), SeatMap.class);
        found.ifPresent(map -> all.stream()
                .filter(listener -> listener.version < map.version() || listener.isQuiet())
                .filter(listener -> listener.busy.compareAndSet(false, true))
                .forEach(listener -> Thread.startVirtualThread(() -> send(listener, map))));
    }

    private void send(Listener listener, SeatMap map) {
        try {
            listener.send(map);
        } catch (IOException | IllegalStateException e) {
            // The client has gone.
            listeners.remove(listener);
        } finally {
            listener.busy.set(false);
        }
    }
}
