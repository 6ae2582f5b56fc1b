package io.firstcome.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkResultTest {

    @Test
    void givenOutputOfOurScripts_whenRead_thenAcceptedIsWhatWasNotRefused() {
        WrkResult result = WrkResult.parse("""
            Running 2s test @ http://127.0.0.1:1
            BENCH {"answers":1000,"refused":100,"broken":2,"seconds":2.000000,"exhausted":false,"paid":7,"unpaid":1,"firstUnpaid":"202"}
            """);

        assertThat(result.accepted()).isEqualTo(900);
        assertThat(result.acceptedPerSecond()).isEqualTo(450);
        assertThat(result.refusedPerSecond()).isEqualTo(50);
        assertThat(result.broken()).isEqualTo(2);
        assertThat(result.paid()).isEqualTo(7);
        assertThat(result.firstUnpaid()).isEqualTo("202");
    }

    @Test
    void givenOutputWithoutTheLine_whenRead_thenItIsShown() {
        assertThatThrownBy(() -> WrkResult.parse("unable to connect"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unable to connect");
    }
}
