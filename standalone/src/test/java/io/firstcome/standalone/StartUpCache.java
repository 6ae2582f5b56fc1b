package io.firstcome.standalone;

import io.firstcome.embedded.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JVM's cache of loaded classes for the jar under test, as {@code ./firstcome run} makes it: it more than halves
 * the work of a start, which pays when a test run starts the system some dozens of times.
 */
final class StartUpCache {
    private StartUpCache() {}

    /** The options for the JVM. Makes the cache first when there is none for this jar. */
    static synchronized List<String> options(Path jar) {
        Path cache = jar.resolveSibling("firstcome.aot");
        try {
            if (Files.notExists(cache)
                    || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                rehearse(jar, cache);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    private static void rehearse(Path jar, Path cache) throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        Path data = Files.createTempDirectory(jar.getParent(), "rehearsal-");
        Process rehearsal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCacheOutput=" + cache,
                        "-Xlog:aot*=off",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString(),
                        "--rehearse",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(jar.resolveSibling("rehearsal.log").toFile())
                .start();
        if (!rehearsal.waitFor(3, TimeUnit.MINUTES)) {
            rehearsal.destroyForcibly();
        }
        Directories.delete(data);
    }
}
