package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Products, stock and best sellers over HTTP, for everyone. */
class CatalogueRestIT {

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
        ProductTestData plain = new ProductTestData("1");
        querySide.store(List.of(plain.created("Mug", 12_000, "kitchen", null, null), plain.opened(10)));
        querySide.store(List.of(
                plain.held("h", 0, 3, false),
                plain.sold("h", 0, 2, false, Instant.now()),
                plain.preOrderOpened(0, 4),
                plain.held("p", 0, 1, true)));
        ProductTestData options = new ProductTestData("2", "2-red", "2-gold");
        querySide.store(List.of(
                options.created("Shirt", 20_000, "clothes", Instant.parse("2999-01-01T00:00:00Z"), null),
                options.opened(5),
                options.held("h", 1, 5, false),
                options.withdrawn()));
        for (int i = 3; i <= 7; i++) {
            querySide.store(List.of(new ProductTestData("" + i).created("Tie", 500, "ties", null, null)));
        }
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void givenAProduct_whenAnybodyAsks_thenItIsShownWithItsVersion() {
        Http.Answer answer = http.get("/api/v1/product/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).startsWith("\"0-");
        JsonNode body = answer.body();
        assertThat(body.get("productId").asString()).isEqualTo("1");
        assertThat(body.get("name").asString()).isEqualTo("Mug");
        assertThat(body.get("price").asLong()).isEqualTo(12_000);
        assertThat(body.get("category").asString()).isEqualTo("kitchen");
        assertThat(body.get("description").asString()).isEqualTo("It is a Mug");
        assertThat(body.get("images").get(1).asString()).isEqualTo("https://example.com/2.jpg");
        assertThat(body.get("options")).hasSize(1);
        assertThat(body.get("options").get(0).get("skuId").asString()).isEqualTo("1");
        assertThat(body.get("limitPerUser").asInt()).isEqualTo(2);
        assertThat(body.get("status").asString()).isEqualTo("ON_SALE");
        assertThat(body.has("saleFrom")).isFalse();
        assertThat(http.get("/api/v1/product/2?minVersion=1")
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void givenStock_whenAnybodyAsks_thenItsPiecesAddUp() {
        Http.Answer answer = http.get("/api/v1/product/1/stock?minVersion=4");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).startsWith("\"4-");
        assertThat(numbers(answer.body())).containsExactly(8, 1, 7, 2);
        assertThat(answer.body().has("options")).isFalse();
        assertThat(numbers(answer.body().get("preOrder"))).containsExactly(4, 1, 3, 0);
        assertThat(answer.body().get("preOrder").get("cancelled").asBoolean()).isFalse();
    }

    @Test
    void givenOptions_whenAnybodyAsks_thenEachHasItsPieces() {
        JsonNode body = http.get("/api/v1/product/2/stock").body();

        assertThat(numbers(body)).containsExactly(10, 5, 5, 0);
        assertThat(body.get("options")).hasSize(2);
        assertThat(numbers(body.get("options").get(0))).containsExactly(5, 0, 5, 0);
        assertThat(body.get("options").get(1).get("skuId").asString()).isEqualTo("2-gold");
        assertThat(numbers(body.get("options").get(1))).containsExactly(5, 5, 0, 0);
        assertThat(body.has("preOrder")).isFalse();
    }

    private static List<Integer> numbers(JsonNode stock) {
        return List.of(
                stock.get("onHand").asInt(),
                stock.get("held").asInt(),
                stock.get("available").asInt(),
                stock.get("sold").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/product/99,                    404, PRODUCT_NOT_FOUND",
        "/api/v1/product/99?minVersion=0,       404, PRODUCT_NOT_FOUND",
        "/api/v1/product/1?minVersion=7,        503, READ_MODEL_BEHIND",
        "/api/v1/product/1?minVersion=x,        400, INVALID_REQUEST",
        "/api/v1/product/1?minVersion=-1,       400, INVALID_REQUEST",
        "/api/v1/product/a%20b,                 400, INVALID_REQUEST",
        "/api/v1/product/99/stock,              404, PRODUCT_NOT_FOUND",
        "/api/v1/product/3/stock,               404, PRODUCT_NOT_FOUND",
        "/api/v1/product/1/stock?minVersion=99, 503, READ_MODEL_BEHIND",
        "/api/v1/product/1/stock?minVersion=-1, 400, INVALID_REQUEST"
    })
    void givenAQuestion_whenAsked_thenItIsRefusedWithItsCode(String path, int status, String code) {
        Http.Answer answer = http.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product?sort=cheap",
                "product?sort=",
                "product?limit=0",
                "product?limit=101",
                "product?limit=x",
                "product?cursor=",
                "product?cursor=MTAw",
                "product?category=",
                "product?catgory=ties",
                "product/best-sellers?period=month",
                "product/best-sellers?limit=0",
                "product/best-sellers?days=3"
            })
    void givenABadParameter_whenAsked_thenItIsNamed(String question) {
        Http.Answer answer = http.get("/api/v1/" + question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.body().get("errors").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "sort=newest,             7 6 5 4 3 1",
        "sort=price,              3 4 5 6 7 1",
        "sort=-price,             1 7 6 5 4 3",
        "sort=name,               1 3 4 5 6 7",
        "category=ties&sort=name, 3 4 5 6 7",
        "category=clothes,        ''"
    })
    void givenProducts_whenListedInParts_thenTheWithdrawnAreLeftOut(String question, String expected) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    http.get("/api/v1/product?limit=2&" + question + cursor).body();
            page.get("items").forEach(item -> ids.add(item.get("productId").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(String.join(" ", ids)).isEqualTo(expected);
    }

    @Test
    void givenACursor_whenItIsUsedInAnotherOrder_thenItIsRefused() {
        String cursor = http.get("/api/v1/product?sort=price&limit=2")
                .body()
                .get("nextCursor")
                .asString();

        assertThat(http.get("/api/v1/product?sort=-price&cursor=" + cursor).code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(http.get("/api/v1/product?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(http.get("/api/v1/product?sort=price&cursor=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void givenSales_whenTheBestAreAskedFor_thenTheyAreListed() {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode items = http.get("/api/v1/product/best-sellers?period=week&limit=5")
                    .body()
                    .get("items");
            assertThat(items).hasSize(1);
            assertThat(items.get(0).get("name").asString()).isEqualTo("Mug");
            assertThat(items.get(0).get("sold").asInt()).isEqualTo(2);
        });
    }

    @Test
    void givenAProductJustCreated_whenItIsAskedFor_thenItIsNeverNotFound() {
        for (int i = 0; i < 30; i++) {
            String id = "new-" + i;
            ProductTestData goods = new ProductTestData(id);
            // Withdrawn at once, so that the lists of the other tests do not show it.
            querySide.store(List.of(goods.created(), goods.opened(3), goods.withdrawn()));

            assertThat(http.get("/api/v1/product/" + id + "/stock").status()).isEqualTo(200);
            assertThat(http.get("/api/v1/product/" + id).status()).isEqualTo(200);
        }
    }
}
