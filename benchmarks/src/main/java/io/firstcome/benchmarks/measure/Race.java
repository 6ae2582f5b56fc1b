package io.firstcome.benchmarks.measure;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contestants take turns, one at a time: forwards, then backwards (A B B A), so that what changes slowly meets all alike.
 *
 * <p>All run in one session on one machine: what counts is their ratio.
 */
final class Race {

    private static final Logger log = LoggerFactory.getLogger(Race.class);

    private Race() {}

    static void run(int repetitions, List<? extends Entrant> entrants) {
        for (Entrant entrant : entrants) {
            log.info("  warming up: {}", entrant.title());
            entrant.warmUp();
        }
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (Entrant entrant : repetition % 2 == 0 ? entrants : entrants.reversed()) {
                log.info("  {}/{} {}: {}", repetition + 1, repetitions, entrant.title(), entrant.run());
            }
        }
    }
}
