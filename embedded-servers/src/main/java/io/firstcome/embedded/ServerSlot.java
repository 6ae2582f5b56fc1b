package io.firstcome.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one server: it is stopped and started again with the same plan, and revived when it dies. */
final class ServerSlot {
    private static final Logger log = LoggerFactory.getLogger(ServerSlot.class);

    private final Supplier<ServerProcess.Plan> plan;
    private @Nullable ServerProcess current;
    private @Nullable Duration reviveAfter;

    ServerSlot(Supplier<ServerProcess.Plan> plan) {
        this.plan = plan;
    }

    synchronized void start() {
        if (current == null) {
            current = ServerProcess.start(plan.get());
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
            throw new EmbeddedServerException("The server is stopped");
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
        if (reviveAfter != null) {
            Thread.ofVirtual().start(() -> {
                server.handle().onExit().join();
                reviveLater(server);
            });
        }
    }

    private synchronized void reviveLater(ServerProcess dead) {
        if (current == dead && reviveAfter != null) {
            CompletableFuture.delayedExecutor(reviveAfter.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> revive(dead));
        }
    }

    private synchronized void revive(ServerProcess dead) {
        if (current != dead) {
            return;
        }
        log.warn("{} has died, starting it again", dead.name());
        try {
            dead.kill();
            current = ServerProcess.start(plan.get());
            watch(current);
        } catch (RuntimeException e) {
            log.error("{} cannot be started again yet", dead.name(), e);
            reviveLater(dead);
        }
    }
}
