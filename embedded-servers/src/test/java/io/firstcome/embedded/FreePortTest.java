package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortTest {
    @TempDir
    private Path directory;

    @Test
    void givenAFreshDirectory_whenAsked_thenThePortIsNoneThatOutgoingConnectionsTake() {
        for (int i = 0; i < 100; i++) {
            assertThat(FreePort.remembered(directory.resolve("port" + i))).isBetween(FreePort.LOWEST, FreePort.HIGHEST);
        }
    }

    @Test
    void givenAPortThatWasUsed_whenItIsFree_thenItIsTheSameAgain() {
        int first = FreePort.remembered(directory.resolve("port"));

        assertThat(FreePort.remembered(directory.resolve("port"))).isEqualTo(first);
    }

    @Test
    void givenAPortThatWasUsed_whenSomebodyElseHasIt_thenItIsAnotherOneAndRemembered() throws IOException {
        int first = FreePort.remembered(directory.resolve("port"));
        int second;
        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            second = FreePort.remembered(directory.resolve("port"));
            assertThat(second).isNotEqualTo(taken.getLocalPort());
        }

        assertThat(FreePort.remembered(directory.resolve("port"))).isEqualTo(second);
    }

    @Test
    void givenARememberedPortThatIsNone_whenAsked_thenAnyFreeOneIsTaken() throws IOException {
        Path file = Files.writeString(directory.resolve("port"), "not a port");

        assertThat(FreePort.remembered(file)).isBetween(FreePort.LOWEST, FreePort.HIGHEST);
    }
}
