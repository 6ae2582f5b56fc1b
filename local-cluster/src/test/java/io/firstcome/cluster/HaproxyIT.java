package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firstcome.cluster.Routes.Side;
import io.firstcome.embedded.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HAProxy with our configuration, in front of nodes that only say who they are. */
class HaproxyIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CUT = "/api/v1/coupon/cut";
    private static final String HANG = "/api/v1/coupon/hang";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private static Path folder;

    private static final CountDownLatch HANGING = new CountDownLatch(1);
    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();
    private static final List<HttpServer> NODES = new ArrayList<>();
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static volatile boolean commandSideIsReady = true;
    private static int port;
    private static @Nullable Process proxy;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Haproxy.find().isPresent(), "HAProxy is missing: apt install haproxy");
        port = FreePort.any();
        Map<String, Integer> commands = Map.of("command-1", node("command-1"), "command-2", node("command-2"));
        Map<String, Integer> queries = Map.of("query-1", node("query-1"), "query-2", node("query-2"));
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(file, HaproxyConfig.text(port, commands, queries));
        proxy = new ProcessBuilder(Haproxy.executable().toString(), "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        await().ignoreExceptions().until(() -> Probes.answersOk(port, "/api/v1/coupon/1"));
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.destroyForcibly();
        }
        NODES.forEach(node -> node.stop(0));
        THREADS.shutdownNow();
    }

    @Test
    void givenEveryOperationOfTheDocument_whenSent_thenItsSideGetsIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> operations = operations();
        for (String operation : operations) {
            String[] parts = operation.split(" ", 2);
            Side side = Routes.side(parts[0], parts[1]);
            String node = send(parts[0], parts[1]).body();
            if (!node.startsWith(side.name().toLowerCase(Locale.ROOT))) {
                wrong.add(operation + " went to " + node);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(operations).hasSizeGreaterThan(50);
    }

    @Test
    void givenCommandThatWasSent_whenItsNodeGivesNoAnswer_thenItIsNotSentAgainAndTheOutcomeIsUnknown()
            throws Exception {
        RECEIVED.clear();
        HttpResponse<String> answer = send("POST", CUT);

        assertThat(RECEIVED).containsOnlyOnce("POST " + CUT);
        assertProblem(answer, "OUTCOME_UNKNOWN", CUT);
    }

    @Test
    void givenCommandThatWasSent_whenItsNodeIsTakenOut_thenTheClientLearnsAtOnceThatTheOutcomeIsUnknown()
            throws Exception {
        RECEIVED.clear();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> send("POST", HANG));
        await().until(() -> RECEIVED.contains("POST " + HANG));
        commandSideIsReady = false;

        // Either the problem, or the end of the connection.
        assertThat(answer.handle((given, thrown) -> thrown != null ? "" : given.body())
                        .get(20, TimeUnit.SECONDS))
                .matches("|.*OUTCOME_UNKNOWN.*");
        assertThat(RECEIVED).containsOnlyOnce("POST " + HANG);
        HANGING.countDown();
        commandSideIsReady = true;
        await().until(() -> send("POST", "/api/v1/coupon").statusCode() == 200);
    }

    @Test
    void givenReadThatWasSent_whenItsNodeGivesNoAnswer_thenAnotherNodeIsAsked() throws Exception {
        RECEIVED.clear();
        HttpResponse<String> answer = send("GET", CUT + "?once");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RECEIVED.stream().filter(request -> request.equals("GET " + CUT)))
                .hasSize(2);
    }

    @Test
    void givenClientThatSaysItIsAnother_whenSent_thenTheNodeIsToldWhoItIs() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/product"))
                .header("X-Forwarded-For", "10.1.2.3")
                .build();

        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("X-Saw-Client")).hasValue("127.0.0.1");
    }

    @Test
    void givenNoNodeOfASide_whenSent_thenTheAnswerIsAProblemThatSaysNothingWasDone() throws Exception {
        int other = FreePort.any();
        int nobody = FreePort.any();
        Path file = folder.resolve("nobody.cfg");
        Files.writeString(file, HaproxyConfig.text(other, Map.of("c", nobody), Map.of("q", nobody)));
        Process alone = new ProcessBuilder(Haproxy.executable().toString(), "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nobody.log").toFile())
                .start();
        try {
            await().ignoreExceptions().until(() -> Probes.status(other, "/") > 0);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + "/api/v1/order"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertProblem(CLIENT.send(request, BodyHandlers.ofString()), "UNAVAILABLE", "/api/v1/order");
        } finally {
            alone.destroyForcibly();
        }
    }

    private static void assertProblem(HttpResponse<String> answer, String code, String path) {
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("instance").asString()).isEqualTo(path);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Trace-Id"))
                .hasValue(problem.path("traceId").asString());
    }

    private static HttpResponse<String> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        // A connection of its own: on one that was used before, HAProxy may end it instead of giving an answer.
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.sendAsync(request, BodyHandlers.ofString()).join();
        }
    }

    /** Each operation of the document with 1 for every parameter of its path. */
    private static List<String> operations() throws IOException {
        Path document = Path.of(System.getProperty("basedir", ".")).resolve("../docs/openapi.json");
        JsonNode paths = JSON.readTree(Files.readString(document)).path("paths");
        return paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{\\w+}", "1")))
                .toList();
    }

    private static int node(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        NODES.add(server);
        return server.getAddress().getPort();
    }

    /** Closes the connection without an answer when it is asked for {@link #CUT}; with {@code once}, the first time. */
    private static void answer(String name, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        boolean first = !RECEIVED.contains(request);
        RECEIVED.add(request);
        exchange.getRequestBody().readAllBytes();
        if (path.equals(READINESS) && name.startsWith("command") && !commandSideIsReady) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        if (path.equals(HANG)) {
            awaitRelease();
        }
        if (path.equals(CUT) && (first || exchange.getRequestURI().getQuery() == null)) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders()
                .put("X-Saw-Client", exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of("nobody")));
        byte[] body = name.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void awaitRelease() {
        try {
            HANGING.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
