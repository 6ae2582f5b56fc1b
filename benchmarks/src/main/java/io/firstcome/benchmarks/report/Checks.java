package io.firstcome.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What had to hold while a row was measured. */
public final class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final Map<String, Check> checks = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param name what had to hold
     * @param times how often it was verified
     * @param failures how often it did not hold
     * @param detail of the first failure, else of the last run
     */
    public record Check(String name, int times, int failures, String detail) {

        public boolean isGreen() {
            return failures == 0 && times > 0;
        }
    }

    /** Notes one verification. A failure is logged at once, and the run goes on: the table then says so. */
    public void verify(String name, boolean holds, String detail) {
        Check before = checks.getOrDefault(name, new Check(name, 0, 0, ""));
        int failures = before.failures() + (holds ? 0 : 1);
        String told = before.failures() > 0 ? before.detail() : detail;
        checks.put(name, new Check(name, before.times() + 1, failures, told));
        if (!holds) {
            log.info("    NOT SO: {}: {}", name, detail);
        }
    }

    public List<Check> all() {
        return List.copyOf(checks.values());
    }
}
