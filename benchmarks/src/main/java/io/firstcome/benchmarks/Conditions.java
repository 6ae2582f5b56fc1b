package io.firstcome.benchmarks;

import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.system.Database;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What the figures depend on: the machine, and the servers that all contestants share. */
final class Conditions {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long LISTEN_NANOS = 3_000_000_000L;
    private static final double MOST_BUSY = 0.1;
    private static final double MOST_LOAD_PER_CORE = 0.5;
    private static final int SYNCS = 300;
    /** No disk of today syncs faster; what does, does not sync. */
    private static final double MOST_SYNCS_A_SECOND = 50_000;

    private Conditions() {}

    static List<Condition> ofMachine(Path data) {
        String preload = (System.getenv().getOrDefault("LD_PRELOAD", "") + " " + read("/etc/ld.so.preload")).strip();
        String load = read("/proc/loadavg").strip();
        return List.of(
                Condition.fact("Processor", CORES + " × " + valueOf("/proc/cpuinfo", "model name")),
                Condition.fact("Memory", valueOf("/proc/meminfo", "MemTotal")),
                Condition.fact("System", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                Condition.fact("JDK", System.getProperty("java.runtime.version", "")),
                Condition.fact("Load", Wrk.version().orElse("wrk is missing") + ", one thread, on the same machine"),
                new Condition(
                        "LD_PRELOAD",
                        preload.isEmpty() ? "nothing" : "something",
                        preload.isEmpty(),
                        "A library such as eatmydata may make every sync a lie."),
                otherWork(),
                new Condition(
                        "Load average before the start",
                        load,
                        load.isEmpty() || Double.parseDouble(load.split(" ", 2)[0]) <= CORES * MOST_LOAD_PER_CORE,
                        "Something else ran on this machine a moment ago; a build of our own counts too."),
                disk(data));
    }

    static List<Condition> ofServers(Ours ours, Home home) {
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
        conditions.add(mustBe(database, "log_bin", "OFF", "The binary log can lack what was acknowledged."));
        boolean lies = read("/proc/" + ours.mariaDb().pid() + "/maps").contains("eatmydata");
        conditions.add(new Condition(
                "Libraries in the database's process",
                lies ? "eatmydata" : "none that hides a sync",
                !lies,
                "Its syncs do nothing."));
        conditions.add(Condition.fact("JVM of ours and of each baseline", "`" + home.jvmOptions() + "`"));
        return conditions;
    }

    private static Condition mustBe(Database database, String name, String value, String otherwise) {
        String is = database.variable(name);
        return new Condition(name, is, is.equals(value), otherwise);
    }

    private static String megabytes(Database database, String name) {
        return Long.parseLong(database.variable(name)) / 1_048_576 + " MiB";
    }

    private static Condition otherWork() {
        double busy = busySeconds();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LISTEN_NANOS) {
            LockSupport.parkNanos(LISTEN_NANOS);
        }
        double share = (busySeconds() - busy) * 1e9 / (System.nanoTime() - begin) / CORES;
        return new Condition(
                "Other work before the start",
                String.format(Locale.ROOT, "%.1f %% of the processors, for 3 s", share * 100),
                share <= MOST_BUSY,
                "Something else runs on this machine.");
    }

    /** Of all processors since the system began: all but idle and waiting for a disk. */
    private static double busySeconds() {
        String[] fields =
                read("/proc/stat").lines().findFirst().orElse("cpu").trim().split("\\s+", -1);
        double ticks = 0;
        for (int i = 1; i < Math.min(fields.length, 9); i++) {
            ticks += i == 4 || i == 5 ? 0 : Double.parseDouble(fields[i]);
        }
        return ticks / 100;
    }

    private static Condition disk(Path data) {
        try {
            Files.createDirectories(data);
            Path file = Files.createTempFile(data, "sync", ".tmp");
            double rate;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer page = ByteBuffer.allocate(4_096);
                long begin = System.nanoTime();
                for (int i = 0; i < SYNCS; i++) {
                    page.rewind();
                    channel.write(page);
                    channel.force(false);
                }
                rate = SYNCS * 1e9 / (System.nanoTime() - begin);
            }
            Files.delete(file);
            String type = Files.getFileStore(data).type();
            return new Condition(
                    "Disk of the data",
                    String.format(Locale.ROOT, "%s, %,.0f synced writes of 4 KiB a second", type, rate),
                    rate <= MOST_SYNCS_A_SECOND && !type.equals("tmpfs") && !type.equals("ramfs"),
                    "This is not a disk: nothing is durable there.");
        } catch (IOException e) {
            return new Condition("Disk of the data", e.toString(), false, "It could not be tried.");
        }
    }

    /** What stands behind the colon in the first line that begins so. */
    private static String valueOf(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("not known on this system");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
