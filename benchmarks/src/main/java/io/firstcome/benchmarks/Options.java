package io.firstcome.benchmarks;

import io.firstcome.benchmarks.measure.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rows the rows to measure; empty for all
 * @param against another checkout, to be measured beside this one; null: the baselines are
 */
record Options(
        Set<String> rows, Settings settings, @Nullable Path against) {

    private static final String ROWS = "--row";
    private static final String AGAINST = "--against";
    /** The options with a number, and what they are when they are not given. */
    private static final Map<String, Integer> NUMBERS = Map.of(
            "--repetitions", 5,
            "--seconds", 8,
            "--warm-up", 30,
            "--warm-up-limit", 150,
            "--connections", 256,
            "--users", 300_000,
            "--history", 1_000_000);

    /** An option that is not understood. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** @throws UsageException when the arguments are not understood */
    static Options parse(List<String> arguments) {
        Set<String> rows = Set.of();
        Path against = null;
        Map<String, Integer> numbers = new HashMap<>(NUMBERS);
        for (Iterator<String> rest = split(arguments).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!option.equals(ROWS) && !option.equals(AGAINST) && !NUMBERS.containsKey(option)) {
                throw new UsageException("Unknown option: " + option);
            }
            if (!rest.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            String value = rest.next();
            switch (option) {
                case ROWS -> rows = new LinkedHashSet<>(List.of(value.split(" *, *", -1)));
                case AGAINST -> against = Path.of(value).toAbsolutePath().normalize();
                default -> numbers.put(option, positive(option, value));
            }
        }
        ToIntFunction<String> number = option -> Objects.requireNonNull(numbers.get(option));
        Settings settings = new Settings(
                number.applyAsInt("--repetitions"),
                number.applyAsInt("--seconds"),
                number.applyAsInt("--warm-up"),
                number.applyAsInt("--warm-up-limit"),
                number.applyAsInt("--connections"),
                number.applyAsInt("--users"),
                number.applyAsInt("--history"));
        return new Options(rows, settings, against);
    }

    /** {@code --row=1} as well as {@code --row 1}. */
    private static List<String> split(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument.startsWith("--") && argument.contains("=")
                        ? Arrays.stream(argument.split("=", 2))
                        : Stream.of(argument))
                .toList();
    }

    private static int positive(String option, String text) {
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw new UsageException(option + " needs a number above 0, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
