package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a server that an earlier run has left behind on the same data directory. */
final class StaleProcess {
    private static final Logger log = LoggerFactory.getLogger(StaleProcess.class);

    private StaleProcess() {}

    /**
     * Reads the process id from the file; a living process whose command line carries the marker is ended. Any other
     * process that happens to have that id by now is left alone.
     */
    static void stop(Path pidFile, String marker) {
        try {
            stopRecorded(pidFile, marker);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static void stopRecorded(Path pidFile, String marker) throws IOException {
        Optional<ProcessHandle> stale =
                recorded(pidFile).flatMap(ProcessHandle::of).filter(handle -> runs(handle, marker));
        if (stale.isPresent()) {
            ProcessHandle handle = stale.get();
            log.warn("A server of an earlier run is still there, stopping it: {} in {}", handle.pid(), pidFile);
            handle.destroy();
            if (!awaitEnd(handle, marker, Duration.ofSeconds(20))) {
                handle.destroyForcibly();
                awaitEnd(handle, marker, Duration.ofSeconds(10));
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> recorded(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String text = Files.readString(pidFile).trim();
        return text.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** An ended process that nobody has waited for still has its id, but no command line any more. */
    private static boolean runs(ProcessHandle handle, String marker) {
        return handle.isAlive() && handle.info().commandLine().orElse("").contains(marker);
    }

    private static boolean awaitEnd(ProcessHandle handle, String marker, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (runs(handle, marker) && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        return !runs(handle, marker);
    }
}
