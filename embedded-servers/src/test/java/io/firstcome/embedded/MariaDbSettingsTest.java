package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 256, 256", "4, 512, 512", "24, 3072, 1024", "512, 4096, 1024"})
    void givenAMachine_whenSized_thenTheDatabaseHasAnEighthOfItsMemory(int gigabytes, int pool, int redoLog) {
        assertThat(MariaDbSettings.forMemory((long) gigabytes << 30)).isEqualTo(new MariaDbSettings(pool, redoLog));
    }

    @Test
    void givenThisMachine_whenSized_thenTheDatabaseGetsAUsefulPool() {
        assertThat(MariaDbSettings.forThisMachine().bufferPoolMb()).isBetween(256, 4096);
    }

    @Test
    void givenSizesThatCannotWork_whenMade_thenTheyAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MariaDbSettings(16, 96));
        assertThatIllegalArgumentException().isThrownBy(() -> new MariaDbSettings(128, 8));
    }
}
