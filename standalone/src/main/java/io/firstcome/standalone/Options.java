package io.firstcome.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port the HTTP port, 0 for any free one
 * @param host the address to listen on
 * @param data the directory of all data, absolute
 * @param fresh whether the data of earlier runs is removed first
 * @param rehearsal whether to stop as soon as it is ready: the JVM then writes its start-up cache
 */
record Options(int port, String host, Path data, boolean fresh, boolean rehearsal) {
    static final String USAGE = """
            Options:
              --port N     HTTP port (default 8080; 0 takes any free one)
              --host H     address to listen on (default 127.0.0.1; 0.0.0.0 opens it to the network,
                           with passwords that everybody knows)
              --data DIR   where data is kept between runs (default: data, in the project)
              --fresh      remove the data of earlier runs first
              --rehearse   stop as soon as everything is ready
            """;

    /** An option that is not understood; the message says which and why. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** @throws UsageException when the arguments are not understood */
    static Options parse(List<String> arguments) {
        int port = 8080;
        String host = "127.0.0.1";
        Path data = Path.of(System.getProperty("firstcome.home", "."), "data");
        boolean fresh = false;
        boolean rehearsal = false;
        for (Iterator<String> rest = split(arguments).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--host" -> host = value(option, rest);
                case "--data" -> data = Path.of(value(option, rest));
                case "--fresh" -> fresh = true;
                case "--rehearse" -> rehearsal = true;
                default -> throw new UsageException("Unknown option: " + option);
            }
        }
        return new Options(port, host, data.toAbsolutePath().normalize(), fresh, rehearsal);
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
        String value = rest.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw new UsageException(option + " needs a value, not \"" + value + "\"");
        }
        return value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--port needs a number from 0 to 65535, not \"" + text + "\"");
        }
        throw new UsageException("--port needs a number from 0 to 65535, not " + text);
    }
}
