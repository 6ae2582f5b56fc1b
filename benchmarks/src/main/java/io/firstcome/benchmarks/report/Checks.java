package io.firstcome.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what was verified after each run of a row. */
public final class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final Map<String, Check> checks = new LinkedHashMap<>();

    /** Notes one verification. A failure is said at once, and the run goes on: the table then says so. */
    public void verify(String name, boolean holds, String detail) {
        Check before = checks.getOrDefault(name, new Check(name, 0, 0, ""));
        boolean failedBefore = before.failures() > 0;
        checks.put(
                name,
                new Check(
                        name,
                        before.times() + 1,
                        before.failures() + (holds ? 0 : 1),
                        failedBefore ? before.detail() : detail));
        if (!holds) {
            log.info("    NOT SO: {}: {}", name, detail);
        }
    }

    public List<Check> all() {
        return List.copyOf(checks.values());
    }
}
