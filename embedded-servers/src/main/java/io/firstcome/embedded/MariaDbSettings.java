package io.firstcome.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The sizes of an embedded MariaDB; everything else is fixed, durability first of all.
 *
 * @param bufferPoolMb pages kept in memory, in MiB, at least 32
 * @param redoLogMb the redo log, in MiB, at least 16: the larger, the fewer pauses for flushing
 */
public record MariaDbSettings(int bufferPoolMb, int redoLogMb) {
    /** For tests: quick to create, small on disk. */
    public static final MariaDbSettings TEST = new MariaDbSettings(128, 96);

    private static final int SHARE_OF_MEMORY = 8;
    private static final int LEAST_POOL_MB = 256;
    private static final int MOST_POOL_MB = 4096;
    private static final int MOST_REDO_LOG_MB = 1024;

    public MariaDbSettings {
        if (bufferPoolMb < 32 || redoLogMb < 16) {
            throw new IllegalArgumentException("Too small: " + bufferPoolMb + " MiB pool, " + redoLogMb + " MiB log");
        }
    }

    /**
     * For a run that is meant to be fast, beside the application on one machine: an eighth of its memory, from 256 MiB to 4 GiB. The
     * keys of users come in no order, so that each row that is written touches a page of its own; once their tables are larger than
     * the pool, each of these pages is read, and written twice.
     *
     * @param memory bytes of the machine or container
     */
    public static MariaDbSettings forMemory(long memory) {
        int pool = Math.clamp((memory / SHARE_OF_MEMORY) >> 20, LEAST_POOL_MB, MOST_POOL_MB);
        return new MariaDbSettings(pool, Math.min(pool, MOST_REDO_LOG_MB));
    }

    /** {@link #forMemory} of this machine. */
    public static MariaDbSettings forThisMachine() {
        return forMemory(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize());
    }
}
