package io.firstcome.web.stream;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Connections over which server-sent events go out. At each tick the state of every subject is read once, however many
 * listen to it; then each listener that has news is sent its event by a virtual thread of its own.
 *
 * <p>Nothing is kept for a listener whose line is slow: while an event is being sent to it, ticks pass it over, and its next
 * event is made of the state of that time. A listener that was sent nothing for 15 s gets a comment, so that proxies keep
 * the connection and a client that has gone is noticed. A stream is completed after 30 min; the client opens the next one.
 *
 * <p>It stops in the last phase, which is stopped first: the web server then waits for requests under way, and a stream would be one.
 *
 * @param <K> the subject that is listened to, such as the id of a date: the key of a state
 * @param <S> the state of a subject, as it is at a tick; read by several threads
 */
public abstract class EventStreams<K, S> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private final String threadName;
    private final Duration pause;
    private final Limits limits;
    private final Set<Listener<K, S>> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;

    /**
     * What one listener is told. An instance belongs to one listener and may remember what was sent; fields that both methods use
     * are volatile, since different threads call them.
     *
     * @param <S> the state that it is made of
     */
    public interface Source<S> {

        /** Tells whether there may be something to send. Called for every listener at each tick, by one thread: it must be cheap. */
        boolean hasNews(S state);

        /**
         * The event to send now, or empty when there is none. Called by a thread of the listener, never by two at once, when there
         * is news or the stream is quiet; it may block. An exception is logged, and the listener is asked again at the next tick.
         *
         * @param quiet whether nothing was sent for 15 s; the answer empty then sends a comment
         */
        Optional<SseEventBuilder> next(S state, boolean quiet);
    }

    /**
     * The limits of the streams of one instance.
     *
     * @param listeners how many may listen at once
     * @param quiet after how long without an event a comment is sent
     * @param longest after how long a stream is completed
     */
    record Limits(int listeners, Duration quiet, Duration longest) {

        static final Limits STANDARD = new Limits(10_000, Duration.ofSeconds(15), Duration.ofMinutes(30));
    }

    /** Streams that are looked at with this pause, by a thread of this name. */
    protected EventStreams(String threadName, Duration pause) {
        this(threadName, pause, Limits.STANDARD);
    }

    EventStreams(String threadName, Duration pause, Limits limits) {
        this.threadName = threadName;
        this.pause = pause;
        this.limits = limits;
    }

    /**
     * The state of a subject, or empty when there is none. Called once per subject that has listeners at each tick. An exception
     * is logged; its listeners then get comments only, until a later tick succeeds.
     */
    protected abstract Optional<S> stateOf(K subject);

    @Override
    public final synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(threadName).factory());
        @SuppressWarnings("unused") // it runs until it is shut down
        var ticking =
                started.scheduleWithFixedDelay(this::tick, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        clock = started;
    }

    @Override
    public final synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
        listeners.forEach(listener -> listener.emitter.complete());
    }

    @Override
    public final synchronized boolean isRunning() {
        return clock != null;
    }

    /**
     * Begins to tell what this source makes of the subject. A comment goes first, so that the client knows that it is connected.
     *
     * @throws ProblemException {@code UNAVAILABLE} when too many listen, or it does not run
     */
    protected final synchronized SseEmitter listen(K subject, Source<S> source) throws IOException {
        if (!isRunning() || listeners.size() >= limits.listeners()) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "Too many listen.");
        }
        Listener<K, S> listener = new Listener<>(subject, source, limits);
        listener.emitter.onCompletion(() -> listeners.remove(listener));
        listener.emitter.onTimeout(listener.emitter::complete);
        listener.emitter.onError(error -> listeners.remove(listener));
        listener.send(SseEmitter.event().comment("connected"));
        listeners.add(listener);
        return listener.emitter;
    }

    /** A stream as the answer to a request. To HEAD nothing can be told, and nobody would notice that the client has gone. */
    public static SseEmitter answer(HttpServletRequest request, SseEmitter stream) {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            stream.complete();
        }
        return stream;
    }

    /** How many listen now. */
    final int size() {
        return listeners.size();
    }

    /** One look at all subjects. The clock calls it. */
    final void tick() {
        listeners.stream()
                .collect(Collectors.groupingBy(listener -> listener.subject))
                .forEach(this::tell);
    }

    private void tell(K subject, List<Listener<K, S>> all) {
        // An exception must not leave this method: it would end the ticks.
        try {
            S state = read(subject);
            all.stream()
                    .filter(listener -> listener.isQuiet() || (state != null && listener.source.hasNews(state)))
                    .filter(listener -> listener.busy.compareAndSet(false, true))
                    .forEach(listener -> Thread.startVirtualThread(() -> send(listener, state)));
        } catch (RuntimeException e) {
            log.debug("Listeners to {} are told later", subject, e);
        }
    }

    private @Nullable S read(K subject) {
        try {
            return stateOf(subject).orElse(null);
        } catch (RuntimeException e) {
            log.debug("The state of {} cannot be read, its listeners are told later", subject, e);
            return null;
        }
    }

    private void send(Listener<K, S> listener, @Nullable S state) {
        try {
            boolean quiet = listener.isQuiet();
            Optional<SseEventBuilder> event = state == null ? Optional.empty() : next(listener, state, quiet);
            if (event.isPresent()) {
                listener.send(event.get());
            } else if (quiet) {
                listener.send(SseEmitter.event().comment("nothing has changed"));
            }
        } catch (IOException | IllegalStateException e) {
            // The client has gone.
            listeners.remove(listener);
        } finally {
            listener.busy.set(false);
        }
    }

    /** Apart from sending, since an exception of the source does not mean that the client has gone. */
    private Optional<SseEventBuilder> next(Listener<K, S> listener, S state, boolean quiet) {
        try {
            return listener.source.next(state, quiet);
        } catch (RuntimeException e) {
            log.debug("A listener to {} is told later", listener.subject, e);
            return Optional.empty();
        }
    }

    /** One connection. A send may take long, so each listener has its own thread while something is sent. */
    private static final class Listener<K, S> {

        private final K subject;
        private final Source<S> source;
        private final Duration quiet;
        private final SseEmitter emitter;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long sentAt = System.nanoTime();

        private Listener(K subject, Source<S> source, Limits limits) {
            this.subject = subject;
            this.source = source;
            this.quiet = limits.quiet();
            this.emitter = new SseEmitter(limits.longest().toMillis());
        }

        private boolean isQuiet() {
            return System.nanoTime() - sentAt > quiet.toNanos();
        }

        private void send(SseEventBuilder event) throws IOException {
            emitter.send(event);
            sentAt = System.nanoTime();
        }
    }
}
