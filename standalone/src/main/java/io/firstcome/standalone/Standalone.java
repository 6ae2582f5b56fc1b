package io.firstcome.standalone;

import io.firstcome.standalone.Options.UsageException;
import java.util.List;

/**
 * The main class of the one-process run. Exit codes: 0 after {@code --help} and a rehearsal, 1 when it cannot start, 2 for options
 * that are not understood, 130 or 143 after SIGINT or SIGTERM.
 */
public final class Standalone {
    private Standalone() {}

    @SuppressWarnings("SystemOut") // the terminal is where this program speaks
    public static void main(String[] arguments) {
        Console console = new Console(System.out, System.err);
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            console.say(List.of("Firstcome in one process.", "", Options.USAGE));
            return;
        }
        try {
            Options options = Options.parse(given);
            new RunningSystem(console, options).start();
            if (options.rehearsal()) {
                System.exit(0);
            }
        } catch (UsageException e) {
            console.complain(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
        } catch (StartException e) {
            console.complain(e.getMessage());
            System.exit(1);
        }
    }
}
