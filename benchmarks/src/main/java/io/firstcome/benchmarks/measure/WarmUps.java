package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.system.CouponSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Load in slices, until a server does not become faster any more; and who is warm since when.
 *
 * <p>"No further gain" is asked for, not "always the same": a database that grows makes a warm server slower, too.
 */
public final class WarmUps {

    private static final Logger log = LoggerFactory.getLogger(WarmUps.class);
    private static final int SLICE_SECONDS = 10;
    /** Two slices that are less than three per cent faster than all before are no gain. */
    private static final double GAIN = 1.03;

    private static final int RECENT = 2;

    /** What a JVM compiles for: two of these share nothing that is hot. */
    private record Path(CouponSystem system, String name) {}

    private final Settings settings;
    private final Set<Path> warm = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean allStand = true;

    WarmUps(Settings settings) {
        this.settings = settings;
    }

    /**
     * Warms a path up: for the shortest time that is set, and on, until there is no gain or the time is over. A path that is warm
     * gets the shortest time only.
     *
     * @param path what is asked for; the same word for what runs the same code
     * @param load load for so many seconds; what came of it a second
     */
    void run(String title, CouponSystem system, String path, IntToDoubleFunction load) {
        Path warmed = new Path(system, path);
        boolean wasWarm = warm.contains(warmed);
        int slice = sliceSeconds();
        int atMost = Math.max(settings.warmUp(), settings.warmUpLimit());
        List<Double> rates = new ArrayList<>();
        int seconds = 0;
        do {
            rates.add(load.applyAsDouble(slice));
            seconds += slice;
            log.info("    after {} s: {}/s", seconds, Figures.of(rates.getLast()));
        } while (seconds < settings.warmUp() || (!wasWarm && gains(rates) && seconds + slice <= atMost));
        boolean stands = wasWarm || !gains(rates);
        allStand &= stands;
        if (stands) {
            warm.add(warmed);
        }
        notes.add(title + " " + seconds + " s (" + Figures.of(highest(rates)) + "/s"
                + (wasWarm ? ", was warm" : stands ? "" : ", **and still rising or too short to tell**") + ")");
    }

    /**
     * Warms up by a load whose rate is given: for the shortest time that is set, since there is no gain to wait for.
     *
     * @param rate how much comes a second
     * @param load one slice of it; how many seconds it took
     */
    void steadily(String title, int rate, IntSupplier load) {
        int seconds = 0;
        while (seconds < settings.warmUp()) {
            seconds += Math.max(1, load.getAsInt());
            log.info("    after {} s of {} {} a second", seconds, Figures.of(rate), title);
        }
        notes.add(title + " " + seconds + " s (" + Figures.of(rate) + "/s, as in the runs that count)");
    }

    private int sliceSeconds() {
        return Math.min(SLICE_SECONDS, settings.warmUp());
    }

    /** Whether the last slices are faster than all before, or there were none. */
    static boolean gains(List<Double> rates) {
        int before = rates.size() - RECENT;
        return before <= 0 || highest(rates.subList(before, rates.size())) >= GAIN * highest(rates.subList(0, before));
    }

    private static double highest(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** What was warmed up since this was last asked for, as a condition of those rows; none when nothing was. */
    public List<Condition> told(String rows) {
        if (notes.isEmpty()) {
            return List.of();
        }
        Condition condition = new Condition(
                "Warm-up, row " + rows,
                String.join("; ", notes),
                allStand,
                "What still becomes faster is measured half cold: give it more with --warm-up-limit.");
        notes.clear();
        allStand = true;
        return List.of(condition);
    }

    /** All systems are stopped: nothing is warm. */
    void forget() {
        warm.clear();
    }
}
