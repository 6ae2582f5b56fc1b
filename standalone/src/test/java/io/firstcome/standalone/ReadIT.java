package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public reads of products and stock over HTTP: from memory and by the controllers. */
class ReadIT {

    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    /** Of each answer, and of how the same bytes are framed. */
    private static final Set<String> OF_THE_ANSWER =
            Set.of("date", "x-trace-id", "content-length", "transfer-encoding");

    private final String id = SharedSystem.newName("product");

    private static Response get(String path, Map<String, String> headers) {
        return SharedSystem.exchange(Request.of("GET", path, "", headers, ""));
    }

    private static Response get(String path) {
        return get(path, Map.of());
    }

    private void create() {
        String body = "{\"productId\":\"" + id + "\",\"name\":\"Müg\",\"price\":12000,\"stock\":5}";
        assertThat(SharedSystem.exchange(Request.post("/api/v1/product", SharedSystem.OPERATOR, body))
                        .status())
                .isEqualTo(201);
    }

    private long receive() {
        Response received = SharedSystem.exchange(
                Request.post("/api/v1/product/" + id + "/stock", SharedSystem.OPERATOR, "{\"quantity\":1}"));
        return Long.parseLong(received.headers().getOrDefault("etag", "").replace("\"", ""));
    }

    private static long version(Response response) {
        Matcher version = VERSION.matcher(response.body());
        return version.find() ? Long.parseLong(version.group(1)) : -1;
    }

    /** Spring writes without a length, what is ready has one. */
    private static boolean isReady(Response response) {
        return response.status() == 200 && response.headers().containsKey("content-length");
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.keySet().removeAll(OF_THE_ANSWER);
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/stock"})
    void givenAnswerFromMemory_whenComparedWithTheControllers_thenTheyAreTheSame(String what) {
        create();
        String path = "/api/v1/product/" + id + what;
        Response ready = await().atMost(Duration.ofSeconds(20)).until(() -> get(path), ReadIT::isReady);
        Response byController = get(path + "?minVersion=0");

        assertThat(ready.body()).isEqualTo(byController.body()).contains("\"productId\":\"" + id + "\"");
        assertThat(headers(ready)).isEqualTo(headers(byController)).containsKey("etag");
        String tag = ready.headers().getOrDefault("etag", "");
        assertThat(tag).startsWith("\"0-");
        assertThat(get(path, Map.of("If-None-Match", tag)).status()).isEqualTo(304);
        assertThat(get(path, Map.of("Accept", "text/html")).status()).isEqualTo(406);
        assertThat(get(path + "?minVersion=-1").code()).isEqualTo("INVALID_REQUEST");
        assertThat(get(path + "/").status()).isEqualTo(404);
    }

    @Test
    void givenUnknownProduct_whenRead_thenNotFoundAtOnceAgainAndAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(get("/api/v1/product/" + id + "-" + i + "/stock").code()).isEqualTo("PRODUCT_NOT_FOUND");
            assertThat(get("/api/v1/product/" + id + "-" + i).code()).isEqualTo("PRODUCT_NOT_FOUND");
        }
    }

    @Test
    void givenLiteralPath_whenRead_thenItIsNoProduct() {
        assertThat(get("/api/v1/product/best-sellers").body()).contains("\"items\"");
    }

    @Test
    void givenStockThatIsReceived_whenRead_thenMinVersionHoldsAndNoReaderSeesTheVersionGoBack() throws Exception {
        create();
        String path = "/api/v1/product/" + id + "/stock";
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
        Thread[] readers = new Thread[3];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = Thread.ofPlatform().daemon().start(() -> readAndCompare(path, reading, wrong));
        }
        for (int i = 0; i < 40; i++) {
            long version = receive();
            Response atLeast = get(path + "?minVersion=" + version);
            assertThat(version(atLeast)).isGreaterThanOrEqualTo(version);
            // Whoever has seen it never sees less.
            assertThat(version(get(path))).isGreaterThanOrEqualTo(version);
        }
        reading.set(false);
        for (Thread reader : readers) {
            reader.join(Duration.ofSeconds(10));
        }
        assertThat(wrong.get()).isNull();
        assertThat(get(path + "?minVersion=40").body()).contains("\"onHand\":45");
    }

    /** Each event receives one piece. */
    private static void readAndCompare(String path, AtomicBoolean reading, AtomicReference<@Nullable Throwable> wrong) {
        long last = 0;
        try {
            while (reading.get()) {
                Response response = get(path);
                assertThat(version(response)).isGreaterThanOrEqualTo(last);
                last = version(response);
                assertThat(response.body()).contains("\"onHand\":" + (5 + last));
            }
        } catch (Throwable e) {
            wrong.compareAndSet(null, e);
        }
    }

    @Test
    void givenReads_whenMetricsAreRead_thenWhereTheyCameFromAndHowOldTheyAreIsThere() {
        create();
        String path = "/api/v1/product/" + id + "/stock";
        await().atMost(Duration.ofSeconds(20)).until(() -> isReady(get(path)));
        receive();
        await().atMost(Duration.ofSeconds(20)).until(() -> version(get(path)) == 1);

        assertThat(get("/actuator/prometheus").body())
                .contains("firstcome_readmodel_reads_total{source=\"near\",view=\"stock\"}")
                .contains("firstcome_near_misses_total{reason=\"stale\",view=\"stock\"}")
                .contains("firstcome_near_staleness_seconds_bucket{view=\"stock\",le=\"0.05\"}")
                .contains("uri=\"/api/v1/product/{productId}/stock\"");
    }
}
