package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where unpacked server binaries are kept, so that they are unpacked once per machine and user, not at every start.
 *
 * <p>The folder is the system property {@code firstcome.cache}, else {@code $XDG_CACHE_HOME/firstcome}, else
 * {@code ~/.cache/firstcome}. It can be deleted at any time while nothing runs.
 */
final class BinaryCache {
    private BinaryCache() {}

    /** Fills a folder; it becomes visible under its name only when complete. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name, filled first if it is not there. Safe against other threads and processes. */
    static synchronized Path folder(String name, Filler filler) {
        Path target = root().resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(target)) {
                    Path unfinished = Files.createTempDirectory(target.getParent(), ".unpacking-");
                    filler.fill(unfinished);
                    Files.move(unfinished, target);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack server binaries to " + target, e);
        }
    }

    private static Path root() {
        String property = System.getProperty("firstcome.cache", "");
        if (!property.isBlank()) {
            return Path.of(property).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "firstcome").toAbsolutePath();
        }
        return Path.of(System.getProperty("user.home", "."), ".cache", "firstcome")
                .toAbsolutePath();
    }
}
