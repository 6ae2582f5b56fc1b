package io.firstcome.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param command the first word
 * @param names what follows it: members, or user and role
 * @param nodes of each side; null: not said
 * @param port of HAProxy; null: not said
 */
record Options(
        String command,
        List<String> names,
        Path data,
        @Nullable Integer nodes,
        @Nullable Integer port) {
    private static final Set<String> ABOUT_MEMBERS = Set.of("kill", "stop", "cont");
    private static final Set<String> ABOUT_ALL = Set.of("up", "status", "heal", "reload", "down");

    /** Something that is not understood; the message says what. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /**
     * @param home the project
     * @throws UsageException when the arguments are not understood
     */
    static Options parse(List<String> arguments, Path home) {
        List<String> words = new ArrayList<>();
        Path data = home.resolve("cluster-data");
        Integer nodes = null;
        Integer port = null;
        for (Iterator<String> rest = split(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--data" -> data = Path.of(value(argument, rest));
                case "--nodes" -> nodes = number(argument, value(argument, rest), 1, Layout.MOST_NODES);
                case "--port" -> port = number(argument, value(argument, rest), 1, 65_535);
                default -> {
                    if (argument.startsWith("-")) {
                        throw new UsageException("Unknown option: " + argument);
                    }
                    words.add(argument);
                }
            }
        }
        if (words.isEmpty()) {
            throw new UsageException("A command is needed");
        }
        Options options = new Options(
                words.getFirst(),
                List.copyOf(words.subList(1, words.size())),
                data.toAbsolutePath().normalize(),
                nodes,
                port);
        options.check();
        return options;
    }

    private void check() {
        if (ABOUT_MEMBERS.contains(command)) {
            refuse(names.isEmpty(), "needs the name of a member");
        } else if (command.equals("token")) {
            refuse(names.size() != 2, "needs a user and a role");
        } else {
            refuse(!ABOUT_ALL.contains(command), "is no command");
            refuse(!names.isEmpty(), "takes no names");
        }
        refuse((nodes != null || port != null) && !command.equals("up"), "takes neither --nodes nor --port: up does");
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new UsageException(command + " " + why);
        }
    }

    /** {@code --port=1} as well as {@code --port 1}. */
    private static List<String> split(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument.startsWith("--") && argument.contains("=")
                        ? List.of(argument.split("=", 2)).stream()
                        : List.of(argument).stream())
                .toList();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new UsageException(option + " is a number from " + least + " to " + most + ", not " + text);
    }
}
