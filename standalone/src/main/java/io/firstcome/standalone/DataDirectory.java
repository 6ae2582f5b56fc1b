package io.firstcome.standalone;

import io.firstcome.embedded.Directories;
import io.firstcome.embedded.EmbeddedMariaDb;
import io.firstcome.embedded.EmbeddedRedis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of one running system: marked as ours, locked while the system runs. */
final class DataDirectory implements AutoCloseable {
    private static final String MARK = "firstcome.data";
    private static final List<String> OURS = List.of("mariadb", "redis", "kafka", "gateway", "log");

    private final Path root;
    private final FileChannel lockChannel;

    private DataDirectory(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    /**
     * Creates or takes the directory. Until it is locked nothing in it is changed: another system may run on it.
     *
     * <p>The mark then holds this process's id. By it the script knows whether servers that are left are those of its own run.
     *
     * @throws StartException when another system runs on it, or when it holds something that is not ours
     */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            // In this order: another start may make the mark between the two questions, and makes it before anything
            // else.
            if (!isEmpty(root) && Files.notExists(root.resolve(MARK))) {
                throw new StartException(root + " is not empty and was not made by Firstcome. Choose another directory"
                        + " with --data.");
            }
            Path mark = root.resolve(MARK);
            FileChannel channel = FileChannel.open(
                    mark, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = Files.readString(mark).trim();
                channel.close();
                throw new StartException("Firstcome already runs on " + root
                        + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + ". Stop it, or choose another directory with --data.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new StartException("Cannot use the data directory " + root + ": " + e.getMessage(), e);
        }
    }

    Path mariaDb() {
        return root.resolve("mariadb");
    }

    Path redis() {
        return root.resolve("redis");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    /** The books of the card gateway's simulator. */
    Path gateway() {
        return root.resolve("gateway").resolve("journal.jsonl");
    }

    Path log() {
        return root.resolve("log").resolve("firstcome.log");
    }

    /** Removes the data of earlier runs, after stopping what they have left behind. */
    void empty() {
        try {
            EmbeddedMariaDb.stopLeftBehind(mariaDb());
            EmbeddedRedis.stopLeftBehind(redis());
            for (String name : OURS) {
                Directories.delete(root.resolve(name));
            }
        } catch (IOException e) {
            throw new StartException("Cannot remove the data in " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new StartException("Cannot release the data directory " + root, e);
        }
    }
}
