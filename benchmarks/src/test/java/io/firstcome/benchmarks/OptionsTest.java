package io.firstcome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.benchmarks.Options.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void givenNothing_whenParsed_thenAllIsMeasuredAndPublished() {
        Options options = Options.parse(List.of());

        assertThat(options.rows()).isEmpty();
        assertThat(options.publish()).isTrue();
        assertThat(options.settings().repetitions()).isEqualTo(5);
        assertThat(options.settings().keyed()).isTrue();
    }

    @Test
    void givenRows_whenParsed_thenTheyAreNotPublishedUnlessAskedFor() {
        assertThat(Options.parse(List.of("--row", "1,6")).rows()).containsExactly("1", "6");
        assertThat(Options.parse(List.of("--row", "1,6")).publish()).isFalse();
        assertThat(Options.parse(List.of("--row=1", "--publish")).publish()).isTrue();
        assertThat(Options.parse(List.of("--no-publish")).publish()).isFalse();
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
                "1,16",
                "--keys",
                "off"));

        assertThat(options.settings().repetitions()).isEqualTo(3);
        assertThat(options.settings().seconds()).isEqualTo(2);
        assertThat(options.settings().warmUp()).isEqualTo(4);
        assertThat(options.settings().warmUpLimit()).isEqualTo(9);
        assertThat(options.settings().connections()).containsExactly(1, 16);
        assertThat(options.settings().keyed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--rounds", "--seconds=0", "--seconds=many", "--keys=perhaps", "--row", "--connections=1,x"})
    void givenWrongOption_whenParsed_thenItIsRefused(String option) {
        assertThatThrownBy(() -> Options.parse(List.of(option))).isInstanceOf(UsageException.class);
    }
}
