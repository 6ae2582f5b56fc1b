package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestServers;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.standalone.load.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command nodes and query nodes as processes of their own on an empty database, with Redis, Kafka and a card gateway. */
final class SplitSystem implements AutoCloseable {

    static final String COMMAND_NODE = "command-node";
    static final String QUERY_NODE = "query-node";

    private static final String SECRET = "a-secret-of-this-test-with-32-bytes-or-more";

    static final Tokens TOKENS = new Tokens(SECRET);

    private static final String OPERATOR = TOKENS.token("operator", "OPERATOR");
    private static final String AUDITOR = TOKENS.token("auditor", "AUDITOR");
    private static final JsonMapper JSON = new JsonMapper();

    private final String database = TestServers.database().freshDatabase();
    private final GatewaySimulator gateway = GatewaySimulator.start(SimulatorSettings.defaults());
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
            database, TestServers.database().username(), TestServers.database().password()));

    /** What a node of that kind needs to be told. */
    Map<String, String> environment(String module) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database);
        environment.put("SPRING_DATASOURCE_USERNAME", TestServers.database().username());
        environment.put("SPRING_DATASOURCE_PASSWORD", TestServers.database().password());
        environment.put("FIRSTCOME_SECURITY_JWTSECRET", SECRET);
        if (module.equals(COMMAND_NODE)) {
            environment.put("FIRSTCOME_GATEWAY_URL", gateway.url());
            environment.put("FIRSTCOME_GATEWAY_SECRETKEY", SimulatorSettings.TEST_KEY);
        } else {
            environment.put("SPRING_DATA_REDIS_HOST", TestServers.redisAddress().getHostString());
            environment.put(
                    "SPRING_DATA_REDIS_PORT",
                    Integer.toString(TestServers.redisAddress().getPort()));
            environment.put("FIRSTCOME_KAFKA_BOOTSTRAPSERVERS", TestServers.kafkaServers());
        }
        return environment;
    }

    /** Starts a node and returns at once. */
    NodeProcess launch(String module) {
        return launch(module, Map.of());
    }

    /** The same with more settings. */
    NodeProcess launch(String module, Map<String, String> more) {
        Map<String, String> environment = environment(module);
        environment.putAll(more);
        NodeProcess node = NodeProcess.launch(module, environment);
        nodes.add(node);
        return node;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The process id of the node that has the only segment of that processor. */
    long ownerOf(String processor) {
        List<String> owners = jdbc.queryForList(
                "SELECT owner FROM token_entry WHERE processor_name = ? AND owner IS NOT NULL",
                String.class,
                processor);
        return owners.isEmpty() ? 0 : Long.parseLong(owners.getFirst().replaceFirst("@.*", ""));
    }

    /** A campaign of that id without limits that a test would meet. */
    static void createCoupon(NodeProcess commandNode, String coupon) {
        createCoupon(commandNode, coupon, 10_000_000);
    }

    /** The same of that quantity. */
    static void createCoupon(NodeProcess commandNode, String coupon, int quantity) {
        Response created = SharedSystem.exchange(
                commandNode.port(),
                Request.post(
                        "/api/v1/coupon",
                        OPERATOR,
                        "{\"couponId\":\"" + coupon + "\",\"name\":\"test\",\"quantity\":" + quantity
                                + ",\"limitPerUser\":100,\"discount\":{\"type\":\"FIXED\",\"value\":1000}}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    /** A product of that id with that stock, for 10,000 a piece. */
    static void createProduct(NodeProcess commandNode, String product, int stock) {
        Response created = SharedSystem.exchange(
                commandNode.port(),
                Request.post(
                        "/api/v1/product",
                        OPERATOR,
                        "{\"productId\":\"" + product + "\",\"name\":\"test\",\"price\":10000,\"stock\":" + stock
                                + "}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    static Request publish(String coupon, String user) {
        return keyed("/api/v1/coupon/publish", coupon, user, SharedSystem.publishBody(coupon, user));
    }

    static Request order(String product, String user) {
        return keyed(
                "/api/v1/order",
                product,
                user,
                "{\"userId\":\"" + user + "\",\"items\":[{\"productId\":\"" + product + "\",\"quantity\":1}]}");
    }

    static Request payByCard(String user, String order) {
        return keyed(
                "/api/v1/payment",
                order,
                user,
                "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"paymentKey\":\"card-" + order + "\"}");
    }

    /** @param what of which there is one request by each user */
    private static Request keyed(String path, String what, String user, String body) {
        return Request.of("POST", path, TOKENS.customer(user), Map.of("Idempotency-Key", what + "-" + user), body);
    }

    /** What a query node shows to the operator at this path. */
    static JsonNode read(NodeProcess queryNode, String path) {
        Response response = SharedSystem.exchange(queryNode.port(), Request.get("/api/v1" + path, OPERATOR));
        assertThat(response.status()).as(path + " " + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** How many pieces of the campaign each user has, by the audit trail; a user with a piece has an entry for its serial. */
    static Map<String, List<Integer>> issues(NodeProcess queryNode, String coupon) {
        Map<String, List<Integer>> issues = new HashMap<>();
        long after = 0;
        while (true) {
            Response response = SharedSystem.exchange(
                    queryNode.port(),
                    Request.get(
                            "/api/v1/audit/event?aggregateType=coupon&aggregateId=" + coupon
                                    + "&type=CouponIssued&limit=1000&after=" + after,
                            AUDITOR));
            assertThat(response.status()).as(response.body()).isEqualTo(200);
            JsonNode items = JSON.readTree(response.body()).get("items");
            for (JsonNode event : items) {
                JsonNode issued = event.get("payload");
                issues.computeIfAbsent(issued.get("userId").asString(), user -> new ArrayList<>())
                        .add(issued.get("serial").asInt());
                after = event.get("position").asLong();
            }
            if (items.size() < 1_000) {
                return issues;
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        gateway.close();
    }
}
