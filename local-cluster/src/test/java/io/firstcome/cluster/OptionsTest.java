package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.cluster.Options.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path HOME = Path.of("project").toAbsolutePath();

    @Test
    void givenUpWithOptions_whenParsed_thenTheyAreThere() {
        Options options = Options.parse(List.of("up", "--nodes", "3", "--port=9000", "--data", "elsewhere"), HOME);

        assertThat(options.command()).isEqualTo("up");
        assertThat(options.nodes()).isEqualTo(3);
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.data()).isEqualTo(Path.of("elsewhere").toAbsolutePath());
    }

    @Test
    void givenNoOptions_whenParsed_thenTheDataIsInTheProject() {
        Options options = Options.parse(List.of("kill", "kafka-1", "command-2"), HOME);

        assertThat(options.data()).isEqualTo(HOME.resolve("cluster-data"));
        assertThat(options.names()).containsExactly("kafka-1", "command-2");
        assertThat(options.nodes()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | A command is needed
            upp | upp is no command
            up now | up takes no names
            up --nodes 0 | --nodes is a number from 1 to 8, not 0
            up --nodes two | --nodes is a number from 1 to 8, not two
            up --port 70000 | --port is a number from 1 to 65535, not 70000
            up --port | --port needs a value
            up --fresh | Unknown option: --fresh
            status --nodes 2 | status takes neither --nodes nor --port: up does
            kill | kill needs the name of a member
            token ann | token needs a user and a role
            """)
    void givenWrongArguments_whenParsed_thenItSaysWhatIsWrong(String line, String message) {
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));

        assertThatThrownBy(() -> Options.parse(arguments, HOME))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
