package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts load generators, of which none goes on when this JVM ends before them. */
final class Generators {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroy), "end-load"));
    }

    private Generators() {}

    static Process start(ProcessBuilder command) throws IOException {
        Process process = command.start();
        RUNNING.removeIf(earlier -> !earlier.isAlive());
        RUNNING.add(process);
        return process;
    }
}
