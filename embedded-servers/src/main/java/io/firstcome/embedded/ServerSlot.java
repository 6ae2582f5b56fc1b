package io.firstcome.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one server: it is stopped and started again with the same plan, and revived when it dies. */
final class ServerSlot {
    private static final Logger log = LoggerFactory.getLogger(ServerSlot.class);

    private final ServerProcess.Plan plan;
    private @Nullable ServerProcess current;
    private @Nullable Duration reviveAfter;

    ServerSlot(ServerProcess.Plan plan) {
        this.plan = plan;
    }

    synchronized void start() {
        if (current == null) {
            current = ServerProcess.start(plan);
            watch(current);
        }
    }

    synchronized void stop(Duration grace) {
        ServerProcess server = current;
        current = null;
        if (server != null) {
            server.stop(grace);
        }
    }

    synchronized long pid() {
        if (current == null) {
            throw new EmbeddedServerException(plan.name() + " is stopped");
        }
        return current.pid();
    }

    synchronized void reviveAfter(Duration delay) {
        boolean watched = reviveAfter != null;
        reviveAfter = delay;
        if (!watched && current != null) {
            watch(current);
        }
    }

    private void watch(ServerProcess server) {
        Duration delay = reviveAfter;
        if (delay != null) {
            Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> revival = server.handle().onExit().thenRunAsync(() -> revive(server), later);
            revival.exceptionally(failure -> {
                log.error("{} cannot be revived", plan.name(), failure);
                return null;
            });
        }
    }

    private synchronized void revive(ServerProcess dead) {
        if (current == dead) {
            log.warn("{} has died, starting it again", plan.name());
            dead.kill();
            current = null;
            start();
        }
    }
}
