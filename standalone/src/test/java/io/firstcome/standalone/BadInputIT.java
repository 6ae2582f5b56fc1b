package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.standalone.load.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a 4xx problem with a code, and no event is written. */
class BadInputIT {

    private static final String PUBLISH = "/api/v1/coupon/publish";
    private static final String CREATE = "/api/v1/coupon";
    private static final String ORDER = "/api/v1/order";
    private static final String PAYMENT = "/api/v1/payment";
    private static final String POINT = "/api/v1/user/1/point";
    private static final String PRODUCT = "/api/v1/product";
    private static final String ME = SharedSystem.TOKENS.customer("1");

    private final ObservedState truth = new ObservedState(SharedSystem.get());

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("nothing", PUBLISH, ""),
                Arguments.of("no JSON", PUBLISH, "hello"),
                Arguments.of("an array", PUBLISH, "[]"),
                Arguments.of("null", PUBLISH, "null"),
                Arguments.of("a number", PUBLISH, "1"),
                Arguments.of("a missing field", PUBLISH, "{\"userId\":1}"),
                Arguments.of("a null field", PUBLISH, "{\"userId\":1,\"couponId\":null}"),
                Arguments.of("an unknown field", PUBLISH, "{\"userId\":1,\"couponId\":1,\"couponld\":1}"),
                Arguments.of("a doubled field", PUBLISH, "{\"userId\":1,\"couponId\":1,\"couponId\":2}"),
                Arguments.of("an object for an id", PUBLISH, "{\"userId\":1,\"couponId\":{}}"),
                Arguments.of("a truth value for an id", PUBLISH, "{\"userId\":1,\"couponId\":true}"),
                Arguments.of("a fraction for an id", PUBLISH, "{\"userId\":1,\"couponId\":1.5}"),
                Arguments.of("an empty id", PUBLISH, "{\"userId\":1,\"couponId\":\"\"}"),
                Arguments.of("an id with a colon", PUBLISH, "{\"userId\":1,\"couponId\":\"coupon:1\"}"),
                Arguments.of("the id .", PUBLISH, publish("\".\"")),
                Arguments.of("the id ..", PUBLISH, publish("\"..\"")),
                Arguments.of("the id 2^53", PUBLISH, publish("9007199254740992")),
                Arguments.of("an id that is too long", PUBLISH, publish("\"" + "x".repeat(65) + "\"")),
                Arguments.of("text after the body", PUBLISH, publish("1") + "{}"),
                Arguments.of("an open body", PUBLISH, "{\"userId\":1"),
                Arguments.of("deep nesting", PUBLISH, "[".repeat(10_000) + "]".repeat(10_000)),
                Arguments.of("a negative quantity", CREATE, create("-1")),
                Arguments.of("no quantity", CREATE, create("0")),
                Arguments.of("2^63", CREATE, create("9223372036854775808")),
                Arguments.of("2^31", CREATE, create("2147483648")),
                Arguments.of("a quantity as text", CREATE, create("\"10\"")),
                Arguments.of("a broken quantity", CREATE, create("1.5")),
                Arguments.of("a quantity in scientific notation", CREATE, create("1e400")),
                Arguments.of("an unknown discount", CREATE, create("1").replace("FIXED", "HALF")),
                Arguments.of("a discount by number", CREATE, create("1").replace("\"FIXED\"", "0")),
                Arguments.of("more than 100 %", CREATE, create("1").replace("FIXED", "PERCENT")),
                Arguments.of("a window that ends before it begins", CREATE, windowed("2026-12-02", "2026-12-01")),
                Arguments.of("a date that is none", CREATE, windowed("2026-02-30", "2026-12-01")),
                Arguments.of(
                        "24 o'clock",
                        CREATE,
                        create("1").replace("{\"n", "{\"issueFrom\":\"2026-11-20T24:00:00Z\",\"n")),
                Arguments.of("the year 999", CREATE, windowed("0999-12-31", "2026-12-01")),
                Arguments.of("a campaign ..", CREATE, create("1").replace("{\"n", "{\"couponId\":\"..\",\"n")),
                Arguments.of("a discount of 2^53", CREATE, create("1").replace("1000", "9007199254740992")),
                Arguments.of("a blank name", CREATE, create("1").replace("\"test\"", "\" \"")));
    }

    static Stream<Arguments> badShopping() {
        return Stream.of(
                Arguments.of("no items", ORDER, order("")),
                Arguments.of("101 items", ORDER, order("{\"productId\":1,\"quantity\":1},".repeat(100) + item("1"))),
                Arguments.of("a null item", ORDER, order("null")),
                Arguments.of("none of a product", ORDER, order(item("0"))),
                Arguments.of("less than none", ORDER, order(item("-3"))),
                Arguments.of("2^31 of a product", ORDER, order(item("2147483648"))),
                Arguments.of("half a product", ORDER, order(item("0.5"))),
                Arguments.of("a price of one's own", ORDER, order("{\"productId\":1,\"quantity\":1,\"price\":1}")),
                Arguments.of("no order to pay", PAYMENT, "{}"),
                Arguments.of("cash", PAYMENT, "{\"orderId\":\"1\",\"method\":\"CASH\"}"),
                Arguments.of("a card without its key", PAYMENT, "{\"orderId\":\"1\",\"method\":\"CARD\"}"),
                Arguments.of("an amount of one's own", PAYMENT, "{\"orderId\":\"1\",\"amount\":1}"),
                Arguments.of("a key of 201 characters", PAYMENT, ShopClient.cardBody("1", "k".repeat(201))),
                Arguments.of("fewer points than are sold", POINT, "{\"amount\":999}"),
                Arguments.of("more points than are sold at a time", POINT, "{\"amount\":2000001}"),
                Arguments.of("points to be given away", POINT, "{\"amount\":-5000}"),
                Arguments.of("a product for less than nothing", PRODUCT, product("-1", "1")),
                Arguments.of("a product without a price", PRODUCT, product("null", "1")),
                Arguments.of("a product in negative stock", PRODUCT, product("1", "-1")),
                Arguments.of("a product ..", PRODUCT, product("1", "1").replace("{", "{\"productId\":\"..\",")),
                Arguments.of(
                        "2^53 points",
                        PAYMENT,
                        ShopClient.cardBody("1", "k").replace("}", ",\"points\":9007199254740992}")),
                Arguments.of("a price of 2^63", PRODUCT, product("9223372036854775808", "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badShopping")
    void givenBadShopping_whenPosted_thenAProblemWithACodeAndNoEvent(String what, String path, String body) {
        givenABadBody_whenPosted_thenAProblemWithACodeAndNoEvent(what, path, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void givenABadBody_whenPosted_thenAProblemWithACodeAndNoEvent(String what, String path, String body) {
        long before = truth.head();

        Response response = SharedSystem.exchange(
                Request.of("POST", path, tokenFor(path), Map.of("Content-Type", "application/json"), body));

        assertProblem(response, 400);
        assertNobodyWrote(before);
    }

    @Test
    void givenAHugeBody_whenPosted_thenTooLarge() {
        long before = truth.head();

        assertProblem(SharedSystem.exchange(Request.post(PUBLISH, ME, "{\"userId\":\"" + "x".repeat(10_000_000))), 413);
        assertNobodyWrote(before);
    }

    @Test
    void givenBadTokens_whenUsed_thenUnauthenticated() {
        Tokens foreign = new Tokens("another-secret-that-is-long-enough-for-hs256");
        long before = truth.head();
        List<String> bad = new ArrayList<>(List.of(
                "nonsense",
                foreign.customer("1"),
                SharedSystem.TOKENS.sign("{\"alg\":\"none\"}", "{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"]}"),
                SharedSystem.TOKENS
                        .sign("{\"alg\":\"none\"}", "{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"]}")
                        .replaceAll("[^.]*$", ""),
                SharedSystem.TOKENS.sign("{\"alg\":\"HS512\"}", "{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"]}"),
                SharedSystem.TOKENS.sign(
                        "{\"alg\":\"HS256\"}", "{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"],\"exp\":1000000000}"),
                SharedSystem.TOKENS.sign("{\"alg\":\"HS256\"}", "{\"roles\":[\"CUSTOMER\"]}")));
        bad.add("");
        for (String token : bad) {
            assertProblem(SharedSystem.exchange(Request.post(PUBLISH, token, publish("1"))), 401);
        }
        assertNobodyWrote(before);
    }

    @Test
    void givenAnothersId_whenPublished_thenForbidden() {
        long before = truth.head();

        assertProblem(SharedSystem.exchange(Request.post(PUBLISH, ME, "{\"userId\":\"2\",\"couponId\":\"1\"}")), 403);
        assertProblem(SharedSystem.exchange(Request.get("/api/v1/user/2/coupon", ME)), 403);
        assertProblem(SharedSystem.exchange(Request.post(CREATE, ME, create("1"))), 403);
        assertNobodyWrote(before);
    }

    @Test
    void givenAKeyWithAnotherBody_whenPosted_thenRefused() {
        String coupon = SharedSystem.newCampaign(SharedSystem.get().port(), 10);
        Map<String, String> key = Map.of("Idempotency-Key", SharedSystem.newName("key"));
        Response first =
                SharedSystem.exchange(Request.of("POST", PUBLISH, ME, key, SharedSystem.publishBody(coupon, "1")));
        assertThat(first.status()).isEqualTo(201);
        Response again =
                SharedSystem.exchange(Request.of("POST", PUBLISH, ME, key, SharedSystem.publishBody(coupon, "1")));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers())
                .containsEntry("idempotency-replayed", "true")
                .containsEntry("etag", first.headers().get("etag"));
        long before = truth.head();

        assertProblem(SharedSystem.exchange(Request.of("POST", PUBLISH, ME, key, publish("\"1\""))), 422);
        assertNobodyWrote(before);
    }

    @Test
    void givenARefusalUnderAKey_whenRepeated_thenTheSameBodyAgain() {
        Map<String, String> key = Map.of("Idempotency-Key", SharedSystem.newName("key"));
        Request request = Request.of("POST", PUBLISH, ME, key, publish("\"nowhere\""));

        Response first = SharedSystem.exchange(request);
        Response again = SharedSystem.exchange(request);

        assertProblem(first, 404);
        assertThat(first.code()).isEqualTo("COUPON_NOT_FOUND");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
    }

    @Test
    void givenUnknownPathsAndMethods_whenCalled_thenProblems() {
        assertProblem(SharedSystem.exchange(Request.get("/api/v1/nothing", ME)), 404);
        assertProblem(SharedSystem.exchange(Request.get("/nothing", ME)), 404);
        assertProblem(SharedSystem.exchange(Request.of("DELETE", CREATE, ME, Map.of(), "")), 405);
        assertProblem(SharedSystem.exchange(Request.get("/api/v1/coupon/nowhere", ME)), 404);
        assertProblem(
                SharedSystem.exchange(Request.of("POST", PUBLISH, ME, Map.of("Content-Type", "text/plain"), "")), 415);
    }

    /** Others may: the processes of orders from other tests go on by themselves. */
    private void assertNobodyWrote(long before) {
        for (String user : List.of("1", "operator")) {
            assertThat(truth.audit("user=" + user + "&after=" + before).path("items"))
                    .as(user)
                    .isEmpty();
        }
    }

    private static void assertProblem(Response response, int status) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(response.code()).isNotEmpty();
        assertThat(response.body()).doesNotContain("Exception", "io.firstcome", "\tat ", "tools.jackson");
    }

    private static String tokenFor(String path) {
        return Set.of(CREATE, PRODUCT).contains(path) ? SharedSystem.OPERATOR : ME;
    }

    private static String publish(String couponId) {
        return "{\"userId\":\"1\",\"couponId\":" + couponId + "}";
    }

    private static String create(String quantity) {
        return "{\"name\":\"test\",\"quantity\":" + quantity + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}";
    }

    private static String windowed(String from, String until) {
        return create("1")
                .replace(
                        "\"name\"",
                        "\"issueFrom\":\"" + from + "T00:00:00Z\",\"issueUntil\":\"" + until + "T00:00:00Z\",\"name\"");
    }

    private static String order(String items) {
        return "{\"userId\":1,\"items\":[" + items + "]}";
    }

    private static String item(String quantity) {
        return "{\"productId\":1,\"quantity\":" + quantity + "}";
    }

    private static String product(String price, String stock) {
        return "{\"name\":\"test\",\"price\":" + price + ",\"stock\":" + stock + "}";
    }
}
