package io.firstcome.cluster;

import io.firstcome.embedded.MariaDbServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cluster that the script {@code ./cluster} runs, as its users do. */
final class RunningCluster {
    private static final Path PROJECT = Path.of(System.getProperty("basedir", "."))
            .resolve("..")
            .toAbsolutePath()
            .normalize();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ClusterDirectory directory;
    private volatile @Nullable Layout layout;
    private final HttpClient operator = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    RunningCluster(Path data) {
        this.directory = new ClusterDirectory(data);
    }

    /** What the script has written, and its exit code. */
    record Output(int code, String text) {}

    /** Runs {@code ./cluster} with these arguments, on what was built before. */
    Output run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(PROJECT.resolve("cluster").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", directory.root().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FIRSTCOME_BUILD", "never");
        // As everywhere in the tests: half of a start is the work of the second compiler.
        builder.environment()
                .put("FIRSTCOME_JAVA_OPTS", "-XX:TieredStopAtLevel=" + Integer.getInteger("it.compilers", 1));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs it and expects that it could be done. */
    String must(String... arguments) {
        Output output = run(arguments);
        if (output.code() != 0) {
            throw new IllegalStateException("./cluster " + String.join(" ", arguments) + ": " + output.text());
        }
        return output.text();
    }

    /** SIGSTOP, and SIGCONT after that time. */
    void putToSleep(String member, Duration time) {
        must("stop", member);
        Drill.pass(time);
        must("cont", member);
    }

    Layout layout() {
        Layout known = layout;
        if (known == null) {
            known = directory.layout().orElseThrow();
            layout = known;
        }
        return known;
    }

    /** The port of the Redis that the Sentinels call the primary. */
    OptionalInt redisPrimary() {
        return RedisCall.primary(Layout.SENTINELS.stream().map(layout()::port).toList());
    }

    String kafkaServers() {
        return Layout.KAFKA.stream()
                .map(broker -> "127.0.0.1:" + layout().port(broker))
                .collect(Collectors.joining(","));
    }

    /** What the card gateway has charged, by orders, as JSON. */
    String captured() {
        return exchange(
                        operator,
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + layout().port("gateway") + "/simulator/captured"))
                                .timeout(TIMEOUT)
                                .build())
                .body();
    }

    /** What MariaDB says of the rows of each table of the views. */
    Map<String, String> viewChecksums() throws SQLException {
        Map<String, String> checksums = new TreeMap<>();
        try (Connection connection = store();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name REGEXP '_view$|^best_seller'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + String.join(", ", tables) + " EXTENDED")) {
                while (rows.next()) {
                    checksums.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return checksums;
    }

    Connection store() throws SQLException {
        return DriverManager.getConnection(
                MariaDbServer.jdbcUrl(layout().port("mysql"), MariaDbServer.DATABASE),
                ServerMembers.DATABASE_USER,
                directory.secrets().database());
    }

    /** Sends it through HAProxy; no answer is an exchange of status 0. */
    Exchange post(HttpClient client, KeyedRequest request) {
        return exchange(
                client,
                to(request.path())
                        .header("Authorization", "Bearer " + token(request.user(), "CUSTOMER"))
                        .header("Idempotency-Key", request.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request.body()))
                        .build());
    }

    /** A call of the operator, which has to succeed. */
    String operator(String method, String path, String body) {
        Exchange exchange = exchange(
                operator,
                to(path).header("Authorization", "Bearer " + token("operator", "OPERATOR"))
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build());
        if (!exchange.isAcknowledged()) {
            throw new IllegalStateException(method + " " + path + ": " + exchange);
        }
        return exchange.body();
    }

    Exchange get(HttpClient client, String path) {
        return exchange(
                client,
                to(path).header("Authorization", "Bearer " + token("reader", "CUSTOMER"))
                        .build());
    }

    /** What the operators' list of processors says. */
    List<JsonNode> processors() {
        return items("/api/v1/processor");
    }

    /** How many events that processor has still to handle. */
    long lag(String processor) {
        return processors().stream()
                .filter(each -> each.path("name").asString().equals(processor))
                .mapToLong(each -> each.path("lag").asLong())
                .findFirst()
                .orElseThrow();
    }

    /** The entries of the first page at this path, as the operator sees them. */
    List<JsonNode> items(String path) {
        return new JsonMapper()
                .readTree(operator("GET", path + "?limit=100", ""))
                .path("items")
                .valueStream()
                .toList();
    }

    private String token(String user, String role) {
        return tokens.computeIfAbsent(
                user + role, missing -> AccessToken.sign(directory.secrets().jwt(), user, role, Instant.now()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + layout().port(Layout.PROXY) + path))
                .timeout(TIMEOUT);
    }

    private static Exchange exchange(HttpClient client, HttpRequest request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Exchange(begun, System.nanoTime(), answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Exchange(begun, System.nanoTime(), 0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
