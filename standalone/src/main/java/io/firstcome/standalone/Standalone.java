package io.firstcome.standalone;

import io.firstcome.standalone.Options.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
            requireFree(options);
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

    /** Asks before anything is started: a taken port is the most frequent reason for not starting. */
    private static void requireFree(Options options) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()));
        } catch (IOException e) {
            throw new StartException(
                    "Port " + options.port() + " of " + options.host() + " cannot be taken (" + e.getMessage()
                            + "). Stop what uses it, or choose another one: --port " + (options.port() + 1),
                    e);
        }
    }
}
