package io.firstcome.cluster;

import io.firstcome.cluster.ClusterControl.Row;
import io.firstcome.cluster.MemberProcesses.State;
import io.firstcome.cluster.Options.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The main class behind {@code ./cluster}. Exit codes: 0 when it was done, 1 when it could not be done or not all
 * serve, 2 for arguments that are not understood.
 */
public final class ClusterCli {
    private final PrintStream out;
    private final PrintStream errors;
    private final Path home;

    ClusterCli(PrintStream out, PrintStream errors, Path home) {
        this.out = out;
        this.errors = errors;
        this.home = home;
    }

    @SuppressWarnings("SystemOut") // the terminal is where this program speaks
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("firstcome.home", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(new ClusterCli(System.out, System.err, home).run(List.of(arguments)));
    }

    /** Does what the arguments ask for and returns the exit code. */
    int run(List<String> arguments) {
        try {
            return run(Options.parse(arguments, home));
        } catch (UsageException e) {
            errors.println(e.getMessage() + "\nSee: ./cluster help");
            return 2;
        } catch (ClusterException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private int run(Options options) {
        ClusterControl cluster = new ClusterControl(new ClusterDirectory(options.data()), home, out::println);
        switch (options.command()) {
            case "up" -> cluster.up(options.nodes(), options.port());
            case "heal" -> cluster.heal();
            case "reload" -> cluster.reload();
            case "down" -> cluster.down();
            case "kill" -> cluster.kill(options.names());
            case "stop" -> cluster.stop(options.names());
            case "cont" -> cluster.cont(options.names());
            case "token" ->
                out.println(
                        cluster.token(options.names().get(0), options.names().get(1)));
            case "status" -> {
                return show(cluster.status());
            }
            default -> throw new UsageException(options.command() + " is no command");
        }
        return options.command().equals("up") ? show(cluster.status()) : 0;
    }

    private int show(List<Row> rows) {
        out.printf("%n%-12s %-9s %8s  %-22s %s%n", "NAME", "STATE", "PID", "ADDRESS", "LOG");
        for (Row row : rows) {
            String pid = row.pid() == null ? "-" : row.pid().toString();
            out.printf(
                    "%-12s %-9s %8s  %-22s %s%n",
                    row.member().name(),
                    state(row),
                    pid,
                    row.member().address(),
                    row.member().logFile());
        }
        return rows.stream().allMatch(Row::ready) ? 0 : 1;
    }

    private static String state(Row row) {
        if (row.ready()) {
            return "ready";
        }
        return row.state() == State.RUNNING ? "not ready" : row.state().name().toLowerCase(Locale.ROOT);
    }
}
