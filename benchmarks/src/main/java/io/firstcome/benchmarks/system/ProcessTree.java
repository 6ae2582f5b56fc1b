package io.firstcome.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process and all its children use, where the system tells it (Linux); else 0. */
public final class ProcessTree {

    private static final Pattern SHARE = Pattern.compile("(?m)^Pss: +([0-9]+) kB");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB");

    private ProcessTree() {}

    /** Resident memory in MiB; what processes share is counted once. */
    public static double residentMb(ProcessHandle root) {
        return all(root).mapToLong(ProcessTree::kilobytes).sum() / 1024.0;
    }

    /** The processor time that the tree has used, with that of its children that have ended, in seconds. */
    public static double cpuSeconds(ProcessHandle root) {
        return all(root).mapToLong(ProcessTree::ticks).sum() / 100.0;
    }

    private static Stream<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static long kilobytes(ProcessHandle process) {
        Matcher share = SHARE.matcher(read(process, "smaps_rollup"));
        if (share.find()) {
            return Long.parseLong(share.group(1));
        }
        Matcher resident = RESIDENT.matcher(read(process, "status"));
        return resident.find() ? Long.parseLong(resident.group(1)) : 0;
    }

    /** User and system time, of itself and of ended children: fields 14 to 17, counted after the name in brackets. */
    private static long ticks(ProcessHandle process) {
        String stat = read(process, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Stream.of(11, 12, 13, 14)
                .mapToLong(i -> Long.parseLong(fields[i]))
                .sum();
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            return "";
        }
    }
}
