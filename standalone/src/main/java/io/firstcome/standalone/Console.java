package io.firstcome.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The terminal of the one who started the system: few lines, in plain words. Everything else is in the log file. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final long begin = System.nanoTime();

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A step of starting or stopping, with the seconds since the start. */
    synchronized void progress(String step) {
        out.println(String.format(Locale.ROOT, "  %5.1f s  %s", seconds(), step));
        out.flush();
    }

    synchronized void say(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    synchronized void complain(@Nullable String message) {
        err.println(message);
        err.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
