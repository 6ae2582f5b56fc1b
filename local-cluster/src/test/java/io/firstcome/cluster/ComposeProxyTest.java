package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firstcome.cluster.HaproxyConfig.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HAProxy of docker-compose.yml has the rules of the cluster's. */
class ComposeProxyTest {
    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "..", "compose", "haproxy.cfg");
    private static final String MADE =
            "# Made by HaproxyConfig, and held to it by ComposeProxyTest, which writes it anew"
                    + " with -Dcompose.write=true\n";

    /** Docker's name server, as every container sees it. */
    private static final String NAME_SERVER = "127.0.0.11:53";

    private static final Network COMPOSE = new Network(
            ":8080",
            Map.of("command-1", "command-1:8080", "command-2", "command-2:8080"),
            Map.of("query-1", "query-1:8080", "query-2", "query-2:8080"),
            Optional.of(NAME_SERVER));

    @TempDir
    private Path folder;

    @Test
    void givenFileOfCompose_whenCompared_thenItIsWhatHaproxyConfigMakes() throws IOException {
        String made = MADE + HaproxyConfig.text(COMPOSE);
        if (Boolean.getBoolean("compose.write")) {
            Files.writeString(FILE, made);
        }

        assertThat(FILE).content(StandardCharsets.UTF_8).isEqualTo(made);
    }

    @Test
    void givenNamesThatNobodyKnowsYet_whenHaproxyChecksTheFile_thenItIsValid() throws Exception {
        assumeTrue(Haproxy.find().isPresent(), "HAProxy is missing: apt install haproxy");
        Path file = folder.resolve("haproxy.cfg");
        Files.copy(FILE, file);

        Process check = new ProcessBuilder(List.of(Haproxy.executable().toString(), "-c", "-f", file.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("WARNING", "ALERT");
    }
}
