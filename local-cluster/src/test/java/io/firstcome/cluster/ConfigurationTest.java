package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the members are configured with. */
class ConfigurationTest {
    private static final Layout LAYOUT =
            Layout.of(2, 8080, Map.of(), port -> true, new AtomicInteger(20_000)::getAndIncrement);
    private static final Secrets SECRETS =
            new Secrets("db-pw", "redis-pw", "jwt-secret", "admission", "routing", "key");

    @TempDir
    private Path folder;

    @Test
    void givenNode_whenConfigured_thenItKnowsItsServersAndSecrets() throws IOException {
        Properties node = new Properties();
        node.load(new StringReader(new NodeFiles(LAYOUT, SECRETS, folder).text("query-2")));

        assertThat(node)
                .containsEntry("server.port", Integer.toString(LAYOUT.port("query-2")))
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("FIRSTCOME_MANAGEMENT_PORT", Integer.toString(LAYOUT.port("query-2.management")))
                .containsEntry("spring.datasource.password", "db-pw")
                .containsEntry("spring.data.redis.sentinel.master", "firstcome")
                .containsEntry("firstcome.kafka.replication", "3")
                .containsEntry("firstcome.security.jwt-secret", "jwt-secret")
                .containsEntry("firstcome.gateway.secret-key", "key")
                .containsEntry("firstcome.proxy.trusted", "127.0.0.1");
        assertThat(node.getProperty("spring.datasource.url"))
                .startsWith("jdbc:mysql://127.0.0.1:" + LAYOUT.port("mysql") + "/firstcome?");
        assertThat(node.getProperty("spring.data.redis.sentinel.nodes").split(",", -1))
                .hasSize(3);
        assertThat(node.getProperty("firstcome.kafka.bootstrap-servers").split(",", -1))
                .hasSize(3);
    }

    @Test
    void givenCommandNode_whenConfigured_thenItRoutesWithASecretAndAQueryNodeDoesNot() {
        NodeFiles files = new NodeFiles(LAYOUT, SECRETS, folder);

        assertThat(files.text("command-1"))
                .contains(
                        "firstcome.routing.enabled=true\n",
                        "firstcome.routing.port=" + LAYOUT.port("command-1.routing") + "\n",
                        "firstcome.routing.secret=routing\n");
        assertThat(files.text("query-1")).doesNotContain("routing");
    }

    @Test
    void givenRedis_whenConfigured_thenWhoIsNotThePrimaryFollowsIt() {
        ServerMembers servers = new ServerMembers(folder, LAYOUT, SECRETS, folder);
        int second = LAYOUT.port("redis-2");

        assertThat(servers.redisConfig("redis-1", second))
                .contains("requirepass redis-pw\n", "replicaof 127.0.0.1 " + second + "\n");
        assertThat(servers.redisConfig("redis-2", second)).doesNotContain("replicaof");
        assertThat(servers.sentinelConfig("sentinel-3", second))
                .contains("sentinel monitor firstcome 127.0.0.1 " + second + " 2\n")
                .containsPattern("sentinel myid [0-9a-f]{40}\n")
                .doesNotContain("$");
    }

    @Test
    void givenKafka_whenConfigured_thenThreeBrokersKeepEachRecordTwice() throws IOException {
        Properties broker = new Properties();
        broker.load(new StringReader(new ServerMembers(folder, LAYOUT, SECRETS, folder).kafkaConfig("kafka-2")));

        assertThat(broker)
                .containsEntry("node.id", "2")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("default.replication.factor", "3");
        assertThat(broker.getProperty("controller.quorum.voters"))
                .startsWith("1@127.0.0.1:" + LAYOUT.port("kafka-1.controller") + ",2@")
                .doesNotContain("$");
    }

    @Test
    void givenHaproxy_whenConfigured_thenOnlyReadsAreSentAgainAfterTheyWereSent() {
        String config = proxyConfig();
        String commands = config.substring(config.indexOf("\nbackend commands"), config.indexOf("\nbackend queries"));
        String queries = config.substring(config.indexOf("\nbackend queries"));

        assertThat(commands)
                .contains("retry-on conn-failure\n", "OUTCOME_UNKNOWN", "server command-2 127.0.0.1:")
                .doesNotContain("server query");
        assertThat(queries)
                .contains("retry-on conn-failure empty-response", "disable-l7-retry unless METH_GET")
                .doesNotContain("OUTCOME_UNKNOWN", "server command");
    }

    @Test
    void givenHaproxyOnThisMachine_whenItChecksTheConfiguration_thenItIsValid() throws Exception {
        assumeTrue(Haproxy.find().isPresent(), "HAProxy is missing: apt install haproxy");
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(file, proxyConfig());

        Process check = new ProcessBuilder(List.of(Haproxy.executable().toString(), "-c", "-f", file.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("WARNING", "ALERT");
    }

    private static String proxyConfig() {
        return HaproxyConfig.text(
                8080,
                Map.of("command-1", LAYOUT.port("command-1"), "command-2", LAYOUT.port("command-2")),
                Map.of("query-1", LAYOUT.port("query-1"), "query-2", LAYOUT.port("query-2")));
    }
}
