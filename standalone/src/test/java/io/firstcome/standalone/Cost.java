package io.firstcome.standalone;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a running system has used up so far: processor time, and what MariaDB was asked to do.
 *
 * <p>On a machine that others use, too, the time on the clock says little; these do.
 *
 * @param figures by their names, each since the start
 */
record Cost(Map<String, Double> figures) {

    private static final Map<String, String> COUNTERS = new LinkedHashMap<>();

    static {
        COUNTERS.put("QUESTIONS", "statements");
        COUNTERS.put("COM_SELECT", "of them SELECT");
        COUNTERS.put("COM_INSERT", "of them INSERT");
        COUNTERS.put("COM_UPDATE", "of them UPDATE");
        COUNTERS.put("COM_DELETE", "of them DELETE");
        COUNTERS.put("COM_COMMIT", "of them COMMIT");
        COUNTERS.put("INNODB_OS_LOG_FSYNCS", "syncs of the redo log");
    }

    static Cost of(StandaloneProcess system, Truth truth) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("CPU of the application, ms", cpuMillis(system.pid()));
        figures.put("CPU of MariaDB, ms", cpuMillis(system.mariaDbPid()));
        figures.put("CPU of the client, ms", cpuMillis(ProcessHandle.current().pid()));
        COUNTERS.forEach((counter, name) -> truth.rows(
                        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = '" + counter
                                + "'")
                .forEach(value -> figures.put(name, Double.parseDouble(value.replace("|", "")))));
        return new Cost(figures);
    }

    private static double cpuMillis(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .map(Duration::toNanos)
                        .orElse(0L)
                / 1e6;
    }

    /** What was used since {@code earlier}, for each of {@code many}. */
    Map<String, Double> since(Cost earlier, int many) {
        Map<String, Double> each = new LinkedHashMap<>();
        figures.forEach((name, now) -> each.put(name, (now - earlier.figures().getOrDefault(name, 0.0)) / many));
        return each;
    }
}
