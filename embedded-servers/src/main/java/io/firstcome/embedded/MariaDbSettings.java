package io.firstcome.embedded;

/**
 * The sizes of an embedded MariaDB; everything else is fixed, durability first of all.
 *
 * @param bufferPoolMb pages kept in memory, in MiB, at least 32
 * @param redoLogMb the redo log, in MiB, at least 16: the larger, the fewer pauses for flushing
 */
public record MariaDbSettings(int bufferPoolMb, int redoLogMb) {
    /** For a run that is meant to be fast. */
    public static final MariaDbSettings STANDALONE = new MariaDbSettings(512, 512);

    /** For tests: quick to create, small on disk. */
    public static final MariaDbSettings TEST = new MariaDbSettings(128, 96);

    public MariaDbSettings {
        if (bufferPoolMb < 32 || redoLogMb < 16) {
            throw new IllegalArgumentException("Too small: " + bufferPoolMb + " MiB pool, " + redoLogMb + " MiB log");
        }
    }
}
