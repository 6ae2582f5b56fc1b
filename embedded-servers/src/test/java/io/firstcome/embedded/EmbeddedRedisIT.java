package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
    @Test
    void givenRunningServer_whenSettingsAreRead_thenNothingIsPersistedOrEvicted() throws IOException {
        int port = TestServers.redis().port();

        assertThat(ask(port, "CONFIG GET save", 5)).endsWith("$0|");
        assertThat(ask(port, "CONFIG GET appendonly", 5)).endsWith("|no");
        assertThat(ask(port, "CONFIG GET maxmemory-policy", 5)).endsWith("|noeviction");
    }

    @Test
    void givenKey_whenServerIsStoppedAndStarted_thenItIsEmptyOnTheSamePort(@TempDir Path dir) throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(dir)) {
            assertThat(ask(redis.port(), "SET k v", 1)).isEqualTo("+OK");
            assertThat(ask(redis.port(), "EXISTS k", 1)).isEqualTo(":1");

            redis.stop();
            redis.start();

            assertThat(ask(redis.port(), "EXISTS k", 1)).isEqualTo(":0");
        }
    }

    @Test
    void givenServerLeftBehind_whenStartedOnTheSameDirectory_thenItIsReplaced(@TempDir Path dir) throws IOException {
        long stalePid = EmbeddedRedis.start(dir).pid();

        try (EmbeddedRedis redis = EmbeddedRedis.start(dir)) {
            assertThat(ProcessHandle.of(stalePid)).isEmpty();
            assertThat(ask(redis.port(), "PING", 1)).isEqualTo("+PONG");
        }
    }

    @Test
    void givenRevival_whenServerIsKilled_thenItIsBackOnTheSamePort(@TempDir Path dir) throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(dir)) {
            redis.reviveAfter(Duration.ofMillis(100));
            long killed = redis.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(10)).until(() -> redis.pid() != killed);
            assertThat(ask(redis.port(), "PING", 1)).isEqualTo("+PONG");
        }
    }

    private static String ask(int port, String command, int lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder(answer.readLine());
            for (int i = 1; i < lines; i++) {
                text.append('|').append(answer.readLine());
            }
            return text.toString();
        }
    }
}
