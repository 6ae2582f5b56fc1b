package io.firstcome.benchmarks;

import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.system.ProcessTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What the machine is, and whether it is quiet and honest about its disk. */
final class Machine {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long LISTEN_NANOS = 3_000_000_000L;
    private static final double MOST_BUSY = 0.1;
    private static final double MOST_LOAD_PER_CORE = 0.5;
    private static final int SYNCS = 300;
    /** No disk of today syncs faster; what does, does not sync. */
    private static final double MOST_SYNCS_A_SECOND = 50_000;

    private Machine() {}

    static List<Condition> conditions(Path data) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Condition.fact("Processor", CORES + " × " + cpu()));
        conditions.add(Condition.fact("Memory", memory()));
        conditions.add(
                Condition.fact("System", System.getProperty("os.name") + " " + System.getProperty("os.version")));
        conditions.add(Condition.fact(
                "JDK",
                System.getProperty("java.vendor.version", "") + " " + System.getProperty("java.runtime.version", "")));
        conditions.add(preload());
        conditions.add(quiet());
        conditions.add(load());
        conditions.add(disk(data));
        return conditions;
    }

    /** The share of all processors that was busy while others than this program and its children used them. */
    static double busyOfOthers(Snapshot begin, Snapshot end) {
        double seconds = (end.nanos - begin.nanos) / 1e9;
        return Math.max(0, (end.busySeconds - begin.busySeconds) - (end.ownSeconds - begin.ownSeconds))
                / (seconds * CORES);
    }

    /** How much work was done by a moment. */
    record Snapshot(long nanos, double busySeconds, double ownSeconds) {

        static Snapshot now() {
            return new Snapshot(System.nanoTime(), busySecondsNow(), ProcessTree.cpuSeconds(ProcessHandle.current()));
        }
    }

    /** Of all processors since the system began: all but idle and waiting for a disk. */
    private static double busySecondsNow() {
        String[] fields =
                read("/proc/stat").lines().findFirst().orElse("cpu").trim().split("\\s+", -1);
        double ticks = 0;
        for (int i = 1; i < Math.min(fields.length, 9); i++) {
            ticks += i == 4 || i == 5 ? 0 : Double.parseDouble(fields[i]);
        }
        return ticks / 100;
    }

    private static Condition quiet() {
        Snapshot begin = Snapshot.now();
        long end = begin.nanos + LISTEN_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        double busy = busyOfOthers(begin, Snapshot.now());
        return new Condition(
                "Other work before the start",
                percent(busy) + " of the processors, for 3 s",
                busy <= MOST_BUSY,
                "Something else runs on this machine.");
    }

    private static Condition load() {
        String[] averages = read("/proc/loadavg").split(" ", -1);
        if (averages.length < 3) {
            return Condition.fact("Load average", "not known on this system");
        }
        return new Condition(
                "Load average before the start",
                String.join(", ", Arrays.copyOf(averages, 3)),
                Double.parseDouble(averages[0]) <= CORES * MOST_LOAD_PER_CORE,
                "Something else ran on this machine a moment ago; a build of our own counts too.");
    }

    /** Libraries that turn a sync into nothing are loaded this way. */
    private static Condition preload() {
        String preload = (System.getenv().getOrDefault("LD_PRELOAD", "") + " " + read("/etc/ld.so.preload")).strip();
        return new Condition(
                "LD_PRELOAD",
                preload.isEmpty() ? "nothing" : "something",
                preload.isEmpty(),
                "A library such as eatmydata may make every sync a lie.");
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

    private static String cpu() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(System.getProperty("os.arch", "unknown"));
    }

    private static String memory() {
        return read("/proc/meminfo")
                .lines()
                .filter(line -> line.startsWith("MemTotal"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_048_576 + " GiB")
                .orElse("not known on this system");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
