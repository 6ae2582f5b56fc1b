package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to products and their stock over HTTP. */
class ProductIT {

    private final String id = SharedSystem.newName("product");
    private final String least = "{\"productId\":\"" + id + "\",\"name\":\"Mug\",\"price\":12000,\"stock\":5}";
    private final String withOptions = "{\"productId\":\"" + id
            + "\",\"name\":\"Mug\",\"price\":12000,\"options\":[{\"skuId\":\"red\",\"name\":\"Red\",\"stock\":5},"
            + "{\"skuId\":\"blue\",\"name\":\"Blue\",\"price\":11000,\"stock\":0}],\"limitPerUser\":2}";

    @Test
    void givenLeastBody_whenCreated_thenItIsItsOnlyOption() {
        Response created = post("", least);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("etag", "\"0\"");
        assertThat(created.body())
                .contains("\"productId\":\"" + id + "\"", "\"price\":12000", "\"stock\":5")
                .contains("\"options\":[{\"skuId\":\"" + id + "\",\"price\":12000,\"stock\":5}]");
        // The stock was opened by the same request: pieces can be added at once.
        Response received = post("/" + id + "/stock", "{\"quantity\":3}");
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.headers()).containsEntry("etag", "\"1\"");
        assertThat(received.body()).isEqualTo("{\"productId\":\"" + id + "\",\"skuId\":\"" + id + "\",\"quantity\":3}");
    }

    @Test
    void givenOptions_whenCreated_thenThePriceIsTheLeastAndAnOptionMustBeNamed() {
        assertThat(post("", withOptions).body()).contains("\"price\":11000", "\"stock\":5");

        assertThat(post("/" + id + "/stock", "{\"quantity\":3}").code()).isEqualTo("SKU_NOT_FOUND");
        assertThat(post("/" + id + "/stock", "{\"quantity\":3,\"skuId\":\"green\"}")
                        .status())
                .isEqualTo(404);
        assertThat(post("/" + id + "/stock", "{\"quantity\":3,\"skuId\":\"blue\"}")
                        .body())
                .contains("\"skuId\":\"blue\"");
    }

    @Test
    void givenProduct_whenCreatedAgain_thenItExistsUnlessTheKeyIsTheSame() {
        Request request = Request.of(
                "POST", "/api/v1/product", SharedSystem.OPERATOR, Map.of("Idempotency-Key", "create-" + id), least);
        Response first = SharedSystem.exchange(request);
        Response again = SharedSystem.exchange(request);

        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post("", least).status()).isEqualTo(409);
        assertThat(post("", least).code()).isEqualTo("PRODUCT_EXISTS");
    }

    @Test
    void givenProduct_whenWithdrawn_thenItIsForGood() {
        post("", least);

        assertThat(post("/" + id + "/withdraw", "").status()).isEqualTo(200);
        assertThat(post("/" + id + "/withdraw", "").code()).isEqualTo("PRODUCT_WITHDRAWN");
        assertThat(post("/nowhere/withdraw", "").code()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void givenProduct_whenPreOrderIsOpenedAndCancelled_thenEachIsOnce() {
        post("", least);
        String preOrder = "{\"quantity\":2,\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2036-01-01T00:00:00Z\"}";
        Response opened = post("/" + id + "/pre-order", preOrder);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body()).contains("\"quantity\":2", "\"until\":\"2036-01-01T00:00:00Z\"");
        assertThat(post("/" + id + "/pre-order", preOrder).code()).isEqualTo("PRE_ORDER_EXISTS");
        assertThat(post("/" + id + "/pre-order/cancel", "").body()).contains("\"skuId\":\"" + id + "\"");
        assertThat(post("/" + id + "/pre-order/cancel", "{}").code()).isEqualTo("PRE_ORDER_NOT_FOUND");
        assertThat(post("/" + id + "/pre-order/cancel", "{\"skuId\":\"green\"}").code())
                .isEqualTo("SKU_NOT_FOUND");
        assertThat(post("/nowhere/pre-order", preOrder).code()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"price":1,"stock":1} | name | REQUIRED
                    {"name":" ","price":1,"stock":1} | name | REQUIRED
                    {"name":"Mug","stock":1} | price | REQUIRED
                    {"name":"Mug","price":-1,"stock":1} | price | OUT_OF_RANGE
                    {"name":"Mug","price":1000000001,"stock":1} | price | OUT_OF_RANGE
                    {"name":"Mug","price":1} | stock | REQUIRED
                    {"name":"Mug","price":1,"stock":-1} | stock | OUT_OF_RANGE
                    {"name":"Mug","price":1,"stock":1,"limitPerUser":0} | limitPerUser | OUT_OF_RANGE
                    {"name":"Mug","price":1,"stock":1,"images":["javascript:alert(1)"]} | images[0] | INVALID_FORMAT
                    {"name":"Mug","price":1,"stock":1,"images":[null]} | images[0] | REQUIRED
                    {"name":"Mug","price":1,"stock":1,"category":" "} | category | INVALID_FORMAT
                    {"name":"Mug","price":1,"options":[]} | stock | REQUIRED
                    {"name":"Mug","price":1,"options":[{"skuId":"a b","name":"A","stock":1}]} | options[0].skuId | INVALID_FORMAT
                    {"name":"Mug","price":1,"options":[{"skuId":"a","stock":1}]} | options[0].name | REQUIRED
                    {"name":"Mug","price":1,"stock":1,"colour":"red"} | colour | UNKNOWN_FIELD
                    """)
    void givenWrongBody_whenCreated_thenTheFieldIsTold(String body, String field, String code) {
        Response response = post("", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"" + field + "\"", "\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /stock | {"quantity":0}
                    /stock | {"quantity":100000001}
                    /stock | {}
                    /pre-order | {"quantity":1,"from":"2026-01-01T00:00:00Z"}
                    /pre-order | {"quantity":1,"from":"2026-01-01T00:00:00Z","until":"2026-01-01T00:00:00Z"}
                    /pre-order/cancel | {"sku":"a"}
                    """)
    void givenWrongBody_whenTheStockIsChanged_thenInvalid(String path, String body) {
        post("", least);

        assertThat(post("/" + id + path, body).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void givenCustomer_whenTheyManageProducts_thenForbidden() {
        String customer = SharedSystem.TOKENS.customer("7");

        assertThat(SharedSystem.exchange(Request.post("/api/v1/product", customer, least))
                        .status())
                .isEqualTo(403);
        assertThat(SharedSystem.exchange(Request.post("/api/v1/product/" + id + "/stock", customer, "{\"quantity\":3}"))
                        .status())
                .isEqualTo(403);
    }

    private static Response post(String path, String body) {
        return SharedSystem.exchange(Request.post("/api/v1/product" + path, SharedSystem.OPERATOR, body));
    }
}
