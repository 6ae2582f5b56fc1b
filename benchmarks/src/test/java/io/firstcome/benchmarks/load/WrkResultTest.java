package io.firstcome.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkResultTest {

    @Test
    void givenOutputOfOurScripts_whenRead_thenAcceptedIsWhatWasNotRefused() {
        WrkResult result = WrkResult.parse("""
                Running 2s test @ http://127.0.0.1:1
                BENCH {"answers":1000,"refused":100,"broken":2,"micros":2000000,"p50":1500.0,"p99":9000.0,"exhausted":false}
                """);

        assertThat(result.accepted()).isEqualTo(900);
        assertThat(result.acceptedPerSecond()).isEqualTo(450);
        assertThat(result.refusedPerSecond()).isEqualTo(50);
        assertThat(result.broken()).isEqualTo(2);
        assertThat(result.p99()).isEqualTo(9);
    }

    @Test
    void givenOutputWithoutTheLine_whenRead_thenItIsShown() {
        assertThatThrownBy(() -> WrkResult.parse("unable to connect"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unable to connect");
    }
}
