package io.firstcome.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** Unpacks the redis-server of embedded-redis; where that does not run, the one on the PATH. */
final class RedisBinary {
    private RedisBinary() {}

    static Path executable() {
        Path folder = BinaryCache.folder(
                "redis-6.2",
                target -> ExecutableProvider.newJarResourceProvider(target.toFile())
                        .get());
        Path unpacked = onlyFile(folder);
        if (runs(unpacked)) {
            return unpacked;
        }
        // The one in the jar needs OpenSSL 3 from the system.
        return onPath().filter(RedisBinary::runs)
                .orElseThrow(() -> new EmbeddedServerException("Redis does not run here: " + unpacked
                        + " (is libssl.so.3 installed?), and no redis-server" + " is on the PATH"));
    }

    private static Path onlyFile(Path folder) {
        String[] names = Objects.requireNonNullElse(folder.toFile().list(), new String[0]);
        return Arrays.stream(names)
                .filter(name -> name.startsWith("redis-server"))
                .findFirst()
                .map(folder::resolve)
                .orElseThrow(() -> new EmbeddedServerException("No redis-server in " + folder));
    }

    private static boolean runs(Path executable) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
