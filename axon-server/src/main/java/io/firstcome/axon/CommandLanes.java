package io.firstcome.axon;

import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.idempotency.IdempotencyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the command bus with the application and drains it before the database goes: after the web server has stopped
 * to take requests, before Axon's processors and the connection pools end. Also forgets old idempotency keys.
 */
final class CommandLanes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommandLanes.class);
    /** Spring Boot's web server stops in the phases from MAX - 1024 to MAX - 2048, Axon in MAX - 3072. */
    private static final int PHASE = Integer.MAX_VALUE - 2_560;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroupCommitCommandBus bus;
    private final EventStoreDatabase database;
    private final IdempotencyStore idempotency;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idempotency-keys").daemon().factory());
    private volatile boolean running;

    CommandLanes(GroupCommitCommandBus bus, EventStoreDatabase database, IdempotencyStore idempotency) {
        this.bus = bus;
        this.database = database;
        this.idempotency = idempotency;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // forgetOldKeys reports its own failures
    public void start() {
        bus.start();
        housekeeping.scheduleWithFixedDelay(this::forgetOldKeys, 1, 1, TimeUnit.MINUTES);
        running = true;
    }

    private void forgetOldKeys() {
        try {
            while (database.inTransaction(idempotency::forgetExpired)) {
                log.debug("More old idempotency keys are left");
            }
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.warn("Old idempotency keys stay until the next minute: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        housekeeping.shutdown();
        try {
            if (!bus.stop(PATIENCE)) {
                log.warn("Command lanes did not drain within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Between the web server, which stops earlier, and Axon's handlers and processors, which stop later. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
