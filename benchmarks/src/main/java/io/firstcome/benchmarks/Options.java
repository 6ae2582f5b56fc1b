package io.firstcome.benchmarks;

import io.firstcome.benchmarks.measure.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param rows the rows to measure; empty for all
 * @param publish whether the tables go into docs/performance.md
 * @param from raw results to make the tables of, instead of measuring; empty for measuring
 */
record Options(Set<String> rows, Settings settings, boolean publish, List<Path> from) {

    /** An option that is not understood. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** The text of {@code --help}, which the script shows by itself. */
    static String usage() {
        try (InputStream in = Objects.requireNonNull(Options.class.getResourceAsStream("/usage.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UsageException when the arguments are not understood */
    static Options parse(List<String> arguments) {
        Set<String> rows = Set.of();
        int repetitions = 5;
        int seconds = 8;
        int warmUp = 30;
        int warmUpLimit = 150;
        List<Integer> connections = List.of(64, 256);
        boolean keyed = true;
        int users = 300_000;
        int history = 1_000_000;
        boolean full = true;
        List<Path> from = List.of();
        Boolean publish = null;
        for (Iterator<String> rest = split(arguments).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--row", "--rows" -> {
                    rows = new LinkedHashSet<>(list(value(option, rest)));
                    full = false;
                }
                case "--repetitions" -> repetitions = number(option, rest);
                case "--seconds" -> seconds = number(option, rest);
                case "--warm-up" -> warmUp = number(option, rest);
                case "--warm-up-limit" -> warmUpLimit = number(option, rest);
                case "--connections" ->
                    connections = list(value(option, rest)).stream()
                            .map(text -> positive(option, text))
                            .toList();
                case "--keys" -> keyed = onOrOff(option, rest);
                case "--users" -> users = number(option, rest);
                case "--history" -> history = number(option, rest);
                case "--publish" -> publish = true;
                case "--no-publish" -> publish = false;
                case "--report" ->
                    from = list(value(option, rest)).stream().map(Path::of).toList();
                default -> throw new UsageException("Unknown option: " + option);
            }
        }
        Settings settings = new Settings(repetitions, seconds, warmUp, warmUpLimit, connections, keyed, users, history);
        return new Options(rows, settings, publish == null ? full || !from.isEmpty() : publish, from);
    }

    /** {@code --row=1} as well as {@code --row 1}. */
    private static List<String> split(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument.startsWith("--") && argument.contains("=")
                        ? Arrays.stream(argument.split("=", 2))
                        : Stream.of(argument))
                .toList();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static boolean onOrOff(String option, Iterator<String> rest) {
        String value = value(option, rest);
        if (!value.equals("on") && !value.equals("off")) {
            throw new UsageException(option + " is on or off, not \"" + value + "\"");
        }
        return value.equals("on");
    }

    private static int number(String option, Iterator<String> rest) {
        return positive(option, value(option, rest));
    }

    private static int positive(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " needs a number above 0, not \"" + text + "\"");
        }
        throw new UsageException(option + " needs a number above 0, not " + text);
    }
}
