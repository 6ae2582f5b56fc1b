package io.firstcome.cluster;

import io.firstcome.cluster.Member.Launch;
import io.firstcome.cluster.Member.Launcher;
import io.firstcome.cluster.Member.Probe;
import io.firstcome.cluster.Member.Stage;
import io.firstcome.embedded.EmbeddedRedis;
import io.firstcome.embedded.KafkaBroker;
import io.firstcome.embedded.MariaDbServer;
import io.firstcome.embedded.MariaDbSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The servers that the nodes need: MariaDB, Redis with its Sentinels, Kafka, and the card gateway's simulator. */
final class ServerMembers {
    /** The database account of the nodes. */
    static final String DATABASE_USER = "firstcome";

    /** What the nodes open at most, each side with its views, lanes, readers and processes, and some for people. */
    private static final int CONNECTIONS_PER_NODE = 80;

    private static final MariaDbSettings DATABASE = new MariaDbSettings(512, 256);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int MYID_LENGTH = 40;

    private final Path root;
    private final Layout layout;
    private final Secrets secrets;
    private final Path home;

    ServerMembers(Path root, Layout layout, Secrets secrets, Path home) {
        this.root = root;
        this.layout = layout;
        this.secrets = secrets;
        this.home = home;
    }

    List<Member> all() {
        List<Member> members = new ArrayList<>();
        int mysql = layout.port("mysql");
        members.add(member("mysql", Stage.SERVERS, this::prepareMysql, () -> MariaDbServer.greets(mysql)));
        for (String name : Layout.REDIS) {
            members.add(member(
                    name,
                    Stage.SERVERS,
                    () -> prepareRedis(name),
                    () -> RedisCall.serves(layout.port(name), secrets.redis())));
        }
        for (String name : Layout.SENTINELS) {
            members.add(member(
                    name,
                    Stage.SENTINELS,
                    () -> prepareSentinel(name),
                    () -> RedisCall.knowsReplica(layout.port(name))));
        }
        for (String name : Layout.KAFKA) {
            members.add(member(name, Stage.SERVERS, () -> prepareKafka(name), () -> Probes.isKafka(layout.port(name))));
        }
        members.add(member(
                "gateway",
                Stage.SERVERS,
                this::prepareGateway,
                () -> Probes.answersOk(layout.port("gateway"), "/simulator/captured")));
        return members;
    }

    private Member member(String name, Stage stage, Launcher launcher, Probe probe) {
        return new Member(name, root.resolve(name), layout.port(name), stage, GRACE, launcher, probe);
    }

    private Launch prepareMysql() {
        Path dir = root.resolve("mysql");
        MariaDbServer.install(dir, DATABASE, new MariaDbServer.Account(DATABASE_USER, secrets.database()));
        int connections = CONNECTIONS_PER_NODE * (2 * layout.nodes() + 1);
        return new Launch(
                MariaDbServer.command(dir, layout.port("mysql"), DATABASE, connections), MariaDbServer.environment());
    }

    private Launch prepareRedis(String name) throws IOException {
        Path file = root.resolve(name).resolve("redis.conf");
        PrivateFile.write(file, redisConfig(name, primary()));
        return new Launch(List.of(EmbeddedRedis.executable().toString(), file.toString()), Map.of());
    }

    /** The one that the Sentinels know; at the first start of all, the first. */
    private int primary() {
        return RedisCall.primary(Layout.SENTINELS.stream().map(layout::port).toList())
                .orElse(layout.port(Layout.REDIS.getFirst()));
    }

    /** @param primary the port of the primary: whoever starts on another one follows it */
    String redisConfig(String name, int primary) {
        int port = layout.port(name);
        String config = """
                port $port
                bind 127.0.0.1
                dir "$dir"
                save ""
                appendonly no
                maxmemory 512mb
                maxmemory-policy noeviction
                set-proc-title no
                requirepass $password
                masterauth $password
                repl-diskless-sync yes
                repl-diskless-sync-delay 0
                """.replace("$port", Integer.toString(port))
                .replace("$dir", root.resolve(name).toString())
                .replace("$password", secrets.redis());
        return port == primary ? config : config + "replicaof 127.0.0.1 " + primary + "\n";
    }

    private Launch prepareSentinel(String name) throws IOException {
        Path file = root.resolve(name).resolve("sentinel.conf");
        PrivateFile.write(file, sentinelConfig(name, primary()));
        return new Launch(List.of(EmbeddedRedis.executable().toString(), file.toString(), "--sentinel"), Map.of());
    }

    /** Begins anew at each start, with the same id: what else it knows, the others tell it. */
    String sentinelConfig(String name, int primary) {
        String id = HexFormat.of().formatHex((name + "-of-firstcome-0123456789").getBytes(StandardCharsets.US_ASCII));
        return """
                port $port
                bind 127.0.0.1
                dir "$dir"
                set-proc-title no
                sentinel myid $id
                sentinel monitor $master 127.0.0.1 $primary 2
                sentinel auth-pass $master $password
                sentinel down-after-milliseconds $master 3000
                sentinel failover-timeout $master 10000
                sentinel parallel-syncs $master 1
                """.replace("$port", Integer.toString(layout.port(name)))
                .replace("$dir", root.resolve(name).toString())
                .replace("$id", id.substring(0, MYID_LENGTH))
                .replace("$master", RedisCall.MASTER)
                .replace("$primary", Integer.toString(primary))
                .replace("$password", secrets.redis());
    }

    private Launch prepareKafka(String name) throws IOException {
        Path dir = root.resolve(name);
        Path file = dir.resolve("broker.properties");
        PrivateFile.write(file, kafkaConfig(name));
        return new Launch(Jvm.small(home, dir, KafkaBroker.class.getName(), List.of(file.toString())), Map.of());
    }

    String kafkaConfig(String name) {
        String voters = Layout.KAFKA.stream()
                .map(broker -> number(broker) + "@127.0.0.1:" + layout.port(broker + ".controller"))
                .collect(Collectors.joining(","));
        return """
                node.id=$id
                log.dirs=$dir
                listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
                advertised.listeners=PLAINTEXT://127.0.0.1:$port
                controller.quorum.voters=$voters
                default.replication.factor=3
                min.insync.replicas=2
                offsets.topic.replication.factor=3
                transaction.state.log.replication.factor=3
                transaction.state.log.min.isr=2
                share.coordinator.state.topic.replication.factor=3
                share.coordinator.state.topic.min.isr=2
                """.replace("$id", number(name))
                .replace("$dir", root.resolve(name).resolve("data").toString())
                .replace("$port", Integer.toString(layout.port(name)))
                .replace("$controller", Integer.toString(layout.port(name + ".controller")))
                .replace("$voters", voters);
    }

    private static String number(String name) {
        return name.substring(name.lastIndexOf('-') + 1);
    }

    private Launch prepareGateway() {
        Path dir = root.resolve("gateway");
        List<String> arguments = List.of(
                "--port",
                Integer.toString(layout.port("gateway")),
                "--journal",
                dir.resolve("journal.jsonl").toString(),
                "--webhook",
                "http://127.0.0.1:" + layout.port(Layout.PROXY) + "/api/v1/webhook/toss");
        return new Launch(
                Jvm.small(home, dir, "io.firstcome.gateway.GatewaySimulator", arguments),
                Map.of("FIRSTCOME_GATEWAY_KEY", secrets.gatewayKey()));
    }
}
