package io.firstcome.commandnode.routing;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Joins the group when the lanes take commands, and leaves it after the web server has ended and before the lanes do. */
final class RoutingLifecycle implements SmartLifecycle {

    /** Spring Boot's web server ends in the phases from MAX - 1024 to MAX - 2048, the lanes in MAX - 2560. */
    private static final int PHASE = Integer.MAX_VALUE - 2_304;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final CommandGroup group;
    private volatile boolean running;

    RoutingLifecycle(CommandGroup group) {
        this.group = group;
    }

    @Override
    public void start() {
        try {
            group.join();
        } catch (Exception e) {
            throw new IllegalStateException("The group of command nodes can't be joined: " + e.getMessage(), e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            group.leave(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
