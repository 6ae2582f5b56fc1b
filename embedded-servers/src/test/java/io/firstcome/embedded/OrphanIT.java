package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanIT {
    @Test
    void givenJvmWithServer_whenJvmIsKilled_thenItsServerEndsToo(@TempDir Path dir) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Owner.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            long server = Long.parseLong(Objects.requireNonNull(output.readLine()));
            assertThat(isRunning(server)).isTrue();

            jvm.destroyForcibly();

            await().atMost(Duration.ofSeconds(20)).until(() -> !isRunning(server));
            assertThat(isRunning(server)).isFalse();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().commandLine())
                .isPresent();
    }

    /** Starts a Redis, says its process id and waits to be killed. */
    static final class Owner {
        private Owner() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedRedis redis = EmbeddedRedis.start(Path.of(arguments[0]));
            System.out.println(redis.pid());
            Thread.currentThread().join();
        }
    }
}
