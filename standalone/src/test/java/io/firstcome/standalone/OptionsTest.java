package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void givenNothing_whenParsed_thenDefaultsApply() {
        Options options = Options.parse(List.of());

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.data().getFileName()).isEqualTo(Path.of("data"));
        assertThat(options.fresh()).isFalse();
    }

    @Test
    void givenAllOptions_whenParsed_thenEachIsTaken() {
        Options options = Options.parse(List.of("--port=9000", "--host", "0.0.0.0", "--data", "/somewhere", "--fresh"));

        assertThat(options).isEqualTo(new Options(9000, "0.0.0.0", Path.of("/somewhere"), true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot 80", "8080", "--port", "--port x", "--port 65536", "--port -1", "--data --fresh"})
    void givenNonsense_whenParsed_thenTheMessageNamesIt(String arguments) {
        List<String> given = List.of(arguments.split(" "));

        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(given))
                .withMessageContaining(given.getFirst());
    }
}
