package io.firstcome.standalone;

import io.firstcome.embedded.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JVM's cache of loaded classes for the jar under test, as {@code ./firstcome run} makes one for its user: it more than halves
 * the work of a start, which pays when a test run starts the system some dozens of times. It is a file of the tests' own.
 */
final class StartUpCache {
    /**
     * How a system under test runs. Headers and collector are those of {@code ./firstcome}: the JVM takes no cache that was made
     * with others. Half of a start is the work of the second compiler, whose code a test is too short to need;
     * {@code -Dit.compilers=4} has it all the same.
     */
    private static final List<String> RUN = List.of(
            "-Xmx1g",
            "-XX:+UseG1GC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=" + Integer.getInteger("it.compilers", 1),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Daxoniq.update-checker.disabled=true",
            "-Ddisable-axoniq-console-message=true");

    private StartUpCache() {}

    /**
     * The options for a JVM that runs that jar. Makes the cache first when there is none for it.
     *
     * <p>With {@code AOTMode=on} the JVM ends when it cannot take the cache, so that tests do not become slow unseen.
     */
    static synchronized List<String> options(Path jar) {
        Path cache = jar.resolveSibling("firstcome-test.aot");
        try (FileChannel channel = FileChannel.open(
                        jar.resolveSibling("firstcome-test.aot.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()
                    && (Files.notExists(cache)
                            || Files.getLastModifiedTime(cache).compareTo(newest(jar)) < 0)) {
                rehearse(jar, cache);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        List<String> options = new ArrayList<>(RUN);
        if (Files.exists(cache)) {
            options.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xlog:aot*=off", "-Xlog:cds*=off"));
        }
        return options;
    }

    /** When the jar, or one of those beside it that it needs, was last made: the JVM takes no cache of other jars. */
    private static FileTime newest(Path jar) throws IOException {
        FileTime newest = Files.getLastModifiedTime(jar);
        try (DirectoryStream<Path> needed = Files.newDirectoryStream(jar.resolveSibling("lib"))) {
            for (Path each : needed) {
                FileTime made = Files.getLastModifiedTime(each);
                newest = made.compareTo(newest) > 0 ? made : newest;
            }
        }
        return newest;
    }

    /** The cache gets its name when it is whole: a rehearsal that fails or takes too long leaves none. */
    private static void rehearse(Path jar, Path cache) throws IOException, InterruptedException {
        Path unfinished = jar.resolveSibling("firstcome-test.aot.unfinished");
        Files.deleteIfExists(cache);
        Path data = Files.createTempDirectory(jar.getParent(), "rehearsal-");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:AOTCacheOutput=" + unfinished, "-Xlog:aot*=off"));
        command.addAll(RUN);
        command.addAll(List.of("-jar", jar.toString(), "--rehearse", "--port", "0", "--data", data.toString()));
        Process rehearsal = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(jar.resolveSibling("rehearsal-test.log").toFile())
                .start();
        if (!rehearsal.waitFor(3, TimeUnit.MINUTES)) {
            rehearsal.descendants().forEach(ProcessHandle::destroyForcibly);
            rehearsal.destroyForcibly();
        }
        if (rehearsal.waitFor() == 0 && Files.exists(unfinished)) {
            Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(unfinished);
        }
        Directories.delete(data);
    }
}
