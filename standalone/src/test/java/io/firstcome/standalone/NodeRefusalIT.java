package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.security.SecuritySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that cannot start says in one line why, and ends with code 1. None of this needs a database. */
@Tag("parallel")
@Execution(ExecutionMode.CONCURRENT)
class NodeRefusalIT {

    private static final String COMMAND_NODE = SplitSystem.COMMAND_NODE;
    private static final String QUERY_NODE = SplitSystem.QUERY_NODE;

    /** Nothing listens there. */
    private static final String NO_DATABASE = "jdbc:mysql://user:hidden@127.0.0.1:1/firstcome?password=hidden";

    private static final Map<String, String> COMPLETE = Map.of(
            "SPRING_DATASOURCE_URL", NO_DATABASE,
            "SPRING_DATASOURCE_USERNAME", "firstcome",
            "FIRSTCOME_SECURITY_JWTSECRET", "a-secret-of-this-test-with-32-bytes-or-more",
            "FIRSTCOME_GATEWAY_SECRETKEY", "test_key",
            "FIRSTCOME_ROUTING_ENABLED", "true",
            "FIRSTCOME_EVENTSTORE_STARTWAIT", "1s");

    /** Node, variable, its wrong value, what the line says. */
    static Stream<List<String>> wrongSettings() {
        return Stream.of(
                List.of(COMMAND_NODE, "FIRSTCOME_SECURITY_JWTSECRET", "", "Set firstcome.security.jwt-secret or"),
                List.of(COMMAND_NODE, "FIRSTCOME_GATEWAY_SECRETKEY", "", "firstcome.gateway.secret-key is not set"),
                List.of(COMMAND_NODE, "FIRSTCOME_ROUTING_BINDADDRESS", "0.0.0.0", "set firstcome.routing.secret"),
                List.of(
                        QUERY_NODE,
                        "FIRSTCOME_SECURITY_JWTSECRET",
                        SecuritySettings.STANDALONE_SECRET,
                        "firstcome.security.jwt-secret is the documented secret"),
                List.of(
                        QUERY_NODE,
                        "FIRSTCOME_EVENTSTORE_STARTWAIT",
                        "100ms",
                        "jdbc:mysql://127.0.0.1:1/firstcome, did not answer within 0.1 s: Connection refused"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void givenWrongSetting_whenStarted_thenOneLineAndExitCode1(List<String> wrong) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(wrong.get(1), wrong.get(2));
        try (NodeProcess node = NodeProcess.launch(wrong.get(0), environment)) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output())
                    .filteredOn(line -> line.contains(" ERROR "))
                    .singleElement()
                    .asString()
                    .contains("Not started: ", wrong.get(3))
                    .doesNotContain("hidden", SecuritySettings.STANDALONE_SECRET);
            assertThat(node.output()).noneMatch(line -> line.matches("\\s+at .*|\\*+|Caused by.*|.*Exception.*"));
        }
    }

    @Test
    void givenPortThatIsTaken_whenStarted_thenOneLineAndExitCode1() throws IOException {
        try (SplitSystem system = new SplitSystem();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeProcess node = system.launch(
                    QUERY_NODE,
                    Map.of(
                            "SERVER_ADDRESS",
                            "127.0.0.1",
                            "MANAGEMENT_SERVER_PORT",
                            Integer.toString(taken.getLocalPort()),
                            "MANAGEMENT_SERVER_ADDRESS",
                            "127.0.0.1"));

            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output())
                    .filteredOn(line -> line.contains(" ERROR "))
                    .singleElement()
                    .asString()
                    .contains("Not started: ", Integer.toString(taken.getLocalPort()));
        }
    }
}
