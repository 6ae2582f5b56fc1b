package io.firstcome.standalone;

import static io.firstcome.standalone.SharedSystem.OPERATOR;
import static io.firstcome.standalone.SharedSystem.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rejection is an answer: it costs no line of the log, however often and by whatever path it is given. */
class RejectionLogIT {

    private static final String CUSTOMER = TOKENS.customer("1");
    private static final String LOGIN = "/api/v1/auth/token";
    private static final Set<String> WITH_BODY = Set.of("PATCH", "POST");

    @TempDir
    private static Path dir;

    private static StandaloneProcess system;

    private final Set<Integer> told = new TreeSet<>();

    @BeforeAll
    static void start() {
        system = StandaloneProcess.start(dir.resolve("data"));
        // The first of its kind makes the server and the description ready, which they log.
        SharedSystem.exchange(system.port(), Request.get("/v3/api-docs", ""));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static List<String> log() {
        try {
            return Files.readAllLines(dir.resolve("data/log/firstcome.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response ask(Request request) {
        Response response = SharedSystem.exchange(system.port(), request);
        told.add(response.status());
        assertThat(response.status()).as("%s %s", request.head(), response).isLessThan(500);
        return response;
    }

    /** Sends bytes that are no request as we speak it. */
    private void send(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).as(bytes).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void givenEveryEndpoint_whenItRefuses_thenNothingIsLoggedButALineForABadRequest() {
        JsonNode paths = new JsonMapper()
                .readTree(ask(Request.get("/v3/api-docs", "")).body())
                .path("paths");
        int before = log().size();

        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String url = path.getKey().replaceAll("\\{[^}]*}", "nope-1");
                    refusals(operation.getKey().toUpperCase(Locale.ROOT), url, example(operation.getValue()));
                }));

        assertThat(told).contains(400, 401, 403, 404, 405, 406, 413, 415, 422);
        assertThat(since(before)).allMatch(RejectionLogIT::isOfABadRequest);
    }

    /** A request that cannot be read says so in one line, without a stack. */
    private static boolean isOfABadRequest(String line) {
        return line.matches(".* INFO .* (GET|PATCH|POST|PUT) \\S+ is refused: (MALFORMED|INVALID)_[A-Z_]+");
    }

    private void refusals(String method, String url, String example) {
        for (String token : List.of("", "nonsense", CUSTOMER, TOKENS.token("x", "NOBODY"), OPERATOR)) {
            for (String body : WITH_BODY.contains(method) ? List.of("{}", "{", example) : List.of("")) {
                ask(Request.of(method, url, token, Map.of("Accept", "application/json"), body));
            }
        }
        ask(Request.of(method, url, OPERATOR, Map.of("Accept", "text/html"), ""));
        ask(Request.of("PUT", url, OPERATOR, Map.of(), "{}"));
        ask(Request.get(url + "?limit=0&cursor=x&from=x", OPERATOR));
        if (WITH_BODY.contains(method)) {
            ask(Request.of(method, url, OPERATOR, Map.of("Content-Type", "text/plain"), example));
            ask(Request.of(method, url, OPERATOR, Map.of(), "{\"x\":\"" + "x".repeat(70_000) + "\"}"));
            for (String body : List.of(example, "{\"reason\":\"other\"}")) {
                ask(Request.of(method, url, OPERATOR, Map.of("Idempotency-Key", "a key"), body));
            }
        }
    }

    private static String example(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        JsonNode example = content.path("example");
        for (JsonNode other : content.path("examples")) {
            example = other.path("value");
        }
        return example.isObject() ? example.toString() : "{\"reason\":\"none\"}";
    }

    @Test
    void givenRulesOfTheShop_whenTheyRefuse_thenNothingIsLogged() {
        ShopClient shop = new ShopClient(system);
        String coupon = shop.newCoupon(1);
        String product = shop.newProduct(1);
        int before = log().size();

        for (int i = 0; i < 20; i++) {
            ask(SharedSystem.publish("unknown-" + i, "1"));
            ask(SharedSystem.publish(coupon, "1"));
            ask(SharedSystem.publish(coupon, "2"));
            ask(ShopClient.order("1", product, 5));
        }
        String poor = SharedSystem.newName("poor");
        ask(ShopClient.payWithPoints(poor, shop.placed(poor, product, 1)));

        assertThat(told).contains(402, 404, 409);
        assertThat(since(before)).isEmpty();
    }

    @Test
    void givenGuessersAndStrangers_whenTheyAreRefused_thenNothingIsLoggedButALineForABadRequest() throws IOException {
        int before = log().size();

        for (int i = 0; i < 22; i++) {
            ask(Request.post(LOGIN, "", "{\"username\":\"guessed\",\"password\":\"" + i + "\"}"));
        }
        for (String path : List.of("/", "/favicon.ico", "/api/v1/nope", "/actuator/env", "/error", "/v3/api-docs/x")) {
            ask(Request.get(path, ""));
        }
        ask(Request.of("GET", "/api/v1/product", "", Map.of("Cookie", "a=\u0001; =b; $Version=9"), ""));
        ask(Request.of("POST", LOGIN, "", Map.of("Cookie", "firstcome-device=x; =; \"", "Accept", "*/*"), "{}"));
        ask(Request.post("/api/v1/webhook/toss", "", "{}"));
        for (String bytes : List.of(
                "GET /a<b> HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a;b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / FOO/9\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\n: x\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n",
                "POST " + LOGIN + " HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST " + LOGIN + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")) {
            send(bytes);
        }

        assertThat(told).contains(400, 401, 404, 429);
        assertThat(since(before)).allMatch(RejectionLogIT::isOfABadRequest);
    }

    /** The negative control: what is no rejection is logged, and seen here. */
    @Test
    void givenARebuild_whenItBegins_thenItIsLogged() {
        int before = log().size();

        ask(Request.post("/api/v1/processor/best-seller/rebuild", OPERATOR, ""));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(since(before)).anyMatch(line -> line.contains("best-seller is rebuilt")));
    }

    /** Without Kafka's client, which tells of topics that begin meanwhile. */
    private static List<String> since(int before) {
        List<String> all = log();
        return all.subList(before, all.size()).stream()
                .filter(line -> !line.contains(" o.a.k.c."))
                .toList();
    }
}
