package io.firstcome.web.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how long work waits, and sets the limits by it. Commands and reads have limits of their own, so that commands that
 * wait for the database do not stand in the way of reads.
 *
 * <p>As in CoDel, it is the least wait of an interval that counts: a queue that is empty now and then is a burst, one that
 * never is an overload.
 */
final class OverloadControl implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OverloadControl.class);
    private static final long LOOK_MILLIS = 20;
    private static final int LOOKS = 5;

    private final SchedulingDelayProbe delay = new SchedulingDelayProbe();
    private final List<Backlog> backlogs;
    private final Kind commands;
    private final Kind reads;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("overload-control").daemon().factory());
    private int looked;

    /** What may be under way of one kind, and what was seen of it. */
    static final class Kind {

        private final OverloadLimit limit;
        private final Counter shed;
        private volatile Duration leastWait = Duration.ZERO;
        private Duration leastYet = Duration.ofDays(1);

        Kind(String name, OverloadSettings settings, MeterRegistry metrics) {
            this.limit = new OverloadLimit(settings.least(), settings.most(), settings.target());
            this.shed = Counter.builder("firstcome.overload.shed")
                    .description("Requests that were told to come again, because too many were under way")
                    .tag("kind", name)
                    .register(metrics);
            Gauge.builder("firstcome.overload.limit", limit, OverloadLimit::limit)
                    .description("How many requests may be under way")
                    .tag("kind", name)
                    .register(metrics);
            Gauge.builder("firstcome.overload.under.way", limit, OverloadLimit::underWay)
                    .description("How many requests are under way")
                    .tag("kind", name)
                    .register(metrics);
            Gauge.builder("firstcome.overload.wait", this, kind -> kind.leastWait.toNanos() / 1e9)
                    .description("The least time that work of this kind had to wait, in the last tenth of a second")
                    .baseUnit("seconds")
                    .tag("kind", name)
                    .register(metrics);
        }

        OverloadLimit limit() {
            return limit;
        }

        void countShed() {
            shed.increment();
        }

        private void look(Duration wait) {
            leastYet = wait.compareTo(leastYet) < 0 ? wait : leastYet;
        }

        private void adjust() {
            limit.adjust(leastYet);
            leastWait = leastYet;
            leastYet = Duration.ofDays(1);
        }
    }

    OverloadControl(OverloadSettings settings, List<Backlog> backlogs, MeterRegistry metrics) {
        this.backlogs = List.copyOf(backlogs);
        this.commands = new Kind("command", settings, metrics);
        this.reads = new Kind("read", settings, metrics);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look reports its own failures
    void start() {
        looks.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    Kind commands() {
        return commands;
    }

    Kind reads() {
        return reads;
    }

    private void look() {
        try {
            Duration toRun = delay.next();
            Duration toBeDecided = toRun;
            for (Backlog backlog : backlogs) {
                Duration wait = backlog.longestWait();
                toBeDecided = wait.compareTo(toBeDecided) > 0 ? wait : toBeDecided;
            }
            reads.look(toRun);
            commands.look(toBeDecided);
            if (++looked % LOOKS == 0) {
                reads.adjust();
                commands.adjust();
            }
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.error("The limits of requests under way stay as they are", e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
