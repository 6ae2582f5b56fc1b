package io.firstcome.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The data directory: the layout, the secrets, and a directory for each member. Only its owner may look into it. */
final class ClusterDirectory {
    private final Path root;

    ClusterDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /**
     * Makes the directory if it is not there.
     *
     * @throws ClusterException when it holds something that is not ours
     */
    void create() {
        try {
            if (Files.notExists(root)) {
                Files.createDirectories(root.getParent());
                Files.createDirectory(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else if (Files.notExists(layoutFile()) && !isEmpty()) {
                throw new ClusterException(root
                        + " is not empty and was not made by ./cluster. Choose another directory" + " with --data.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does it when nobody else does something to the members, in whatever process. */
    void exclusively(Runnable deed) {
        try (FileChannel channel =
                        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                deed.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first start has chosen; empty before it. */
    Optional<Layout> layout() {
        if (Files.notExists(layoutFile())) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(layoutFile())) {
            Properties kept = new Properties();
            kept.load(reader);
            return Optional.of(Layout.parse(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Layout layout) {
        try {
            PrivateFile.write(layoutFile(), layout.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secrets; made when they are not there. */
    Secrets secrets() {
        try {
            return Secrets.in(root.resolve("secrets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path layoutFile() {
        return root.resolve("cluster.properties");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }
}
