package io.firstcome.axon.processors;

import java.util.concurrent.ThreadFactory;

/**
 * Threads of work that no client waits for. When the processors do not suffice for all, those that answer clients go first.
 *
 * <p>It is a wish: a JVM that is not told otherwise ignores it, and nothing is right or wrong by it. What is late gathers, and is done
 * in larger batches.
 */
@SuppressWarnings("ThreadPriorityCheck") // what is in order must not hang on priorities; what is late may
public final class BackgroundThreads {

    private static final int BEHIND_CLIENTS = 2;

    private BackgroundThreads() {}

    /** For what is to be up to date soon: read models, the bridge. */
    public static ThreadFactory soon(String name) {
        return factory(name, BEHIND_CLIENTS);
    }

    /** For what only has to be done some time, in bursts of work. */
    public static ThreadFactory later(String name) {
        return factory(name, Thread.MIN_PRIORITY);
    }

    private static ThreadFactory factory(String name, int priority) {
        return Thread.ofPlatform().name(name).daemon().priority(priority).factory();
    }
}
