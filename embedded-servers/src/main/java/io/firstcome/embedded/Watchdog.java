package io.firstcome.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tiny shell that waits on a pipe from this JVM. The pipe closes when the JVM is gone, in whatever way, and the
 * shell then ends the server, or removes a temporary directory.
 */
final class Watchdog {
    private static final String PREFIX = "trap '' INT HUP TERM; read -r _; ";
    private static final String END_POLITELY = PREFIX
            + "kill -TERM \"$0\" 2>/dev/null; i=0; "
            + "while [ $i -lt 30 ] && kill -0 \"$0\" 2>/dev/null; do sleep 1; i=$((i+1)); done; "
            + "kill -KILL \"$0\" 2>/dev/null";
    private static final String END_AT_ONCE = PREFIX + "kill -KILL \"$0\" 2>/dev/null";
    /** Several times, because a server that is just being killed may still write. */
    private static final String REMOVE =
            PREFIX + "for i in 1 2 3 4 5; do sleep 1; rm -rf \"$0\" 2>/dev/null && break; done";

    /** How an orphaned server ends: with its own clean stop, or at once where its data is of no use any more. */
    enum Manner {
        POLITELY,
        AT_ONCE
    }

    /** They hold the pipes, which would close when collected as garbage. */
    private static final Set<Watchdog> ON_DUTY = ConcurrentHashMap.newKeySet();

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(long pid, Manner manner) throws IOException {
        return start(manner == Manner.POLITELY ? END_POLITELY : END_AT_ONCE, Long.toString(pid));
    }

    /** Removes a directory of tests after this JVM. */
    static void removing(Path temporaryDir) throws IOException {
        start(REMOVE, temporaryDir.toAbsolutePath().toString());
    }

    /** The server has ended by itself: nothing is left to watch. */
    void dismiss() {
        shell.destroyForcibly();
        ON_DUTY.remove(this);
    }

    private static Watchdog start(String script, String argument) throws IOException {
        String detached = "if command -v setsid >/dev/null 2>&1; then exec setsid sh -c \"$0\" \"$1\"; fi; "
                + "exec sh -c \"$0\" \"$1\"";
        Watchdog watchdog = new Watchdog(new ProcessBuilder("sh", "-c", detached, script, argument)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        ON_DUTY.add(watchdog);
        return watchdog;
    }
}
