package io.firstcome.benchmarks;

import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.system.Database;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the servers run, asked from themselves, and which tools there are. */
final class Servers {

    private Servers() {}

    static List<Condition> conditions(Ours ours, Home home) {
        Database database = ours.database();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Condition.fact(
                "Database",
                "MariaDB " + database.variable("version") + ", buffer pool "
                        + megabytes(database, "innodb_buffer_pool_size") + ", redo log "
                        + megabytes(database, "innodb_log_file_size") + "; the same for all"));
        conditions.add(
                mustBe(database, "innodb_flush_log_at_trx_commit", "1", "A commit that was acknowledged can be lost."));
        conditions.add(mustBe(database, "innodb_doublewrite", "ON", "A torn page can't be repaired."));
        String log = database.variable("log_bin");
        String sync = database.variable("sync_binlog");
        conditions.add(new Condition(
                "Binary log",
                log + (log.equals("OFF") ? "" : ", sync_binlog " + sync),
                log.equals("OFF") || sync.equals("1"),
                "The binary log can lack what was acknowledged."));
        String libraries = libraries(ours.mariaDb());
        conditions.add(new Condition(
                "Libraries in the database's process",
                libraries.contains("eatmydata") ? "eatmydata" : "none that hides a sync",
                !libraries.contains("eatmydata"),
                "Its syncs do nothing."));
        conditions.add(Condition.fact("JVM of ours and of each baseline", "`" + home.jvmOptions() + "`"));
        conditions.add(
                Condition.fact("Load", Wrk.version().orElse("wrk is missing") + ", one thread, on the same machine"));
        return conditions;
    }

    private static Condition mustBe(Database database, String name, String value, String otherwise) {
        String is = database.variable(name);
        return new Condition(name, is, is.equals(value), otherwise);
    }

    private static String megabytes(Database database, String name) {
        return Long.parseLong(database.variable(name)) / 1_048_576 + " MiB";
    }

    private static String libraries(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
        } catch (IOException e) {
            return "";
        }
    }
}
