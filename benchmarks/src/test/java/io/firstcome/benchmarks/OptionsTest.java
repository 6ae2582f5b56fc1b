package io.firstcome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.benchmarks.Options.UsageException;
import io.firstcome.benchmarks.measure.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void givenNothing_whenParsed_thenAllRowsAreMeasuredBesideTheBaselines() {
        Options options = Options.parse(List.of());

        assertThat(options).isEqualTo(new Options(Set.of(), options.settings(), null));
        assertThat(options.settings()).isEqualTo(new Settings(5, 8, 30, 150, 256, 300_000, 1_000_000));
    }

    @Test
    void givenRowsAndAnotherCheckout_whenParsed_thenTheyAreTaken() {
        Options options = Options.parse(List.of("--row", "1, 6", "--against=../other"));

        assertThat(options.rows()).containsExactly("1", "6");
        assertThat(options.against())
                .isEqualTo(Path.of("../other").toAbsolutePath().normalize());
    }

    @Test
    void givenSettings_whenParsed_thenTheyAreTaken() {
        Options options = Options.parse(List.of(
                "--repetitions",
                "3",
                "--seconds=2",
                "--warm-up",
                "4",
                "--warm-up-limit=9",
                "--connections",
                "16",
                "--users=7",
                "--history=8"));

        assertThat(options.settings()).isEqualTo(new Settings(3, 2, 4, 9, 16, 7, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--rounds=1", "--seconds=0", "--seconds=many", "--row", "--connections=1,16"})
    void givenWrongOption_whenParsed_thenItIsRefused(String option) {
        assertThatThrownBy(() -> Options.parse(List.of(option))).isInstanceOf(UsageException.class);
    }
}
