package io.firstcome.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulator that runs alone is told. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void givenNoOption_whenRead_thenItListensOnThisMachineAlone() throws IOException {
        assertThat(GatewaySimulator.settings().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void givenHostAndFileOfTheKey_whenRead_thenItHasThem() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "test_sk_of_a_file\n");

        SimulatorSettings settings =
                GatewaySimulator.settings("--host", "0.0.0.0", "--port", "0", "--key-file", file.toString());

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.secretKey()).isEqualTo("test_sk_of_a_file");
        try (GatewaySimulator simulator = GatewaySimulator.start(settings)) {
            assertThat(simulator.port()).isPositive();
        }
    }

    @Test
    void givenUnknownOption_whenRead_thenRefused() {
        assertThatThrownBy(() -> GatewaySimulator.settings("--prot", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--prot");
    }
}
