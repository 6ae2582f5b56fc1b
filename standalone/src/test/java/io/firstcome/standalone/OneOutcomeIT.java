package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One key, one outcome: a request under a key is answered, the world changes so that the same request would be answered otherwise, and
 * the request comes again under the same key. It gets the first answer.
 */
class OneOutcomeIT {

    private static final String OPERATOR = SharedSystem.OPERATOR;

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final String user = SharedSystem.newName("user");
    private final String me = ShopClient.token(user);

    /** What a buyer has done. */
    private KeyedRow once(String path, String id, String body, String without) {
        return KeyedRow.post(path, path.replaceFirst("\\{.*}", id), me, body, "200", () -> {}, without);
    }

    private KeyedRow order(String items, String first, Runnable change, String without) {
        String body = "{\"userId\":\"" + user + "\",\"items\":[" + items + "]}";
        return KeyedRow.post("/order", "/order", me, body, first, change, without);
    }

    private static String item(String product, int quantity) {
        return "{\"productId\":\"" + product + "\",\"quantity\":" + quantity + "}";
    }

    private Stream<KeyedRow> orders() {
        String later = SharedSystem.newName("later");
        String scarce = shop.newProduct(1);
        String sold = shop.newProduct(10);
        return Stream.of(
                order(item(later, 1), "404 PRODUCT_NOT_FOUND", () -> createProduct(later), "201"),
                order(item(scarce, 2), "409 OUT_OF_STOCK", () -> receive(scarce), "201"),
                order(item(sold, 1), "201", () -> post("/product/" + sold + "/withdraw", ""), "409 SALE_NOT_OPEN"));
    }

    private Stream<KeyedRow> steps() {
        String product = shop.newProduct(10);
        String unpaid = shop.placed(user, product, 1);
        String unsent = paid(product);
        String notArrived = shipped(product);
        String cancelled = shop.placed(user, product, 1);
        return Stream.of(
                step("ship", OPERATOR, unpaid, "409 ORDER_NOT_PAID", () -> pay(unpaid), "200"),
                step(
                        "deliver",
                        OPERATOR,
                        unsent,
                        "409 ORDER_NOT_SHIPPED",
                        () -> post("/order/" + unsent + "/ship", ""),
                        "200"),
                step(
                        "return",
                        me,
                        notArrived,
                        "409 ORDER_NOT_RETURNABLE",
                        () -> post("/order/" + notArrived + "/deliver", ""),
                        "200"),
                once("/order/{orderId}/cancel", cancelled, "", "409 ORDER_NOT_CANCELLABLE"));
    }

    private static KeyedRow step(
            String what, String token, String order, String first, Runnable change, String without) {
        return KeyedRow.post(
                "/order/{orderId}/" + what, "/order/" + order + "/" + what, token, "", first, change, without);
    }

    private Stream<KeyedRow> payments() {
        String product = shop.newProduct(10);
        String coupon = shop.newCoupon(5);
        String withCoupon = shop.placed(user, product, 1);
        String payment = ShopClient.field(pay(shop.placed(user, product, 1)), "paymentId");
        return Stream.of(
                KeyedRow.post(
                        "/payment",
                        "/payment",
                        me,
                        "{\"orderId\":\"" + withCoupon + "\",\"couponId\":\"" + coupon + "\"}",
                        "409 COUPON_NOT_APPLICABLE",
                        () -> shop.exchange(SharedSystem.publish(coupon, user)),
                        "201"),
                once("/payment/{paymentId}/cancel", payment, "{\"reason\":\"changed my mind\"}", "409 NOT_REFUNDABLE"));
    }

    private Stream<KeyedRow> coupons() {
        String published = SharedSystem.newName("coupon");
        String closed = SharedSystem.newName("coupon");
        return Stream.of(
                KeyedRow.created("/coupon", RequestBodies.coupon(SharedSystem.newName("coupon")), "409 COUPON_EXISTS"),
                KeyedRow.post(
                        "/coupon/publish",
                        "/coupon/publish",
                        me,
                        SharedSystem.publishBody(published, user),
                        "404 COUPON_NOT_FOUND",
                        () -> post("/coupon", RequestBodies.coupon(published)),
                        "201"),
                KeyedRow.post(
                        "/coupon/{couponId}/close",
                        "/coupon/" + closed + "/close",
                        OPERATOR,
                        "",
                        "404 COUPON_NOT_FOUND",
                        () -> post("/coupon", RequestBodies.coupon(closed)),
                        "200"));
    }

    private Stream<KeyedRow> products() {
        String withdrawn = SharedSystem.newName("product");
        String stocked = SharedSystem.newName("product");
        String preOrdered = SharedSystem.newName("product");
        String ended = shop.newProduct(0);
        return Stream.of(
                KeyedRow.created(
                        "/product", RequestBodies.product(SharedSystem.newName("product")), "409 PRODUCT_EXISTS"),
                ofProduct(withdrawn, "withdraw", "", "404 PRODUCT_NOT_FOUND", () -> createProduct(withdrawn), "200"),
                ofProduct(
                        stocked,
                        "stock",
                        "{\"quantity\":1}",
                        "404 PRODUCT_NOT_FOUND",
                        () -> createProduct(stocked),
                        "200"),
                ofProduct(
                        preOrdered,
                        "pre-order",
                        RequestBodies.preOrder(),
                        "404 PRODUCT_NOT_FOUND",
                        () -> createProduct(preOrdered),
                        "201"),
                ofProduct(
                        ended,
                        "pre-order/cancel",
                        "",
                        "409 PRE_ORDER_NOT_FOUND",
                        () -> post("/product/" + ended + "/pre-order", RequestBodies.preOrder()),
                        "200"));
    }

    private static KeyedRow ofProduct(
            String id, String what, String body, String first, Runnable change, String without) {
        return KeyedRow.post(
                "/product/{productId}/" + what, "/product/" + id + "/" + what, OPERATOR, body, first, change, without);
    }

    private Stream<KeyedRow> concerts() {
        String later = SharedSystem.newName("concert");
        String date = shop.newDate();
        String cancelled = shop.reserved(user, date, 5);
        String mine = shop.reserved(user, date, 6);
        return Stream.of(
                KeyedRow.created(
                        "/concert", RequestBodies.concert(SharedSystem.newName("concert")), "409 CONCERT_EXISTS"),
                KeyedRow.post(
                        "/concert/{concertId}/date",
                        "/concert/" + later + "/date",
                        OPERATOR,
                        ShopClient.dateBody(SharedSystem.newName("date"), ""),
                        "404 CONCERT_NOT_FOUND",
                        () -> post("/concert", RequestBodies.concert(later)),
                        "201"),
                KeyedRow.post(
                        "/reservation",
                        "/reservation",
                        me,
                        ShopClient.reservationBody(user, date, 5),
                        "409 SEAT_TAKEN",
                        () -> post("/reservation/" + cancelled + "/cancel", ""),
                        "201"),
                once("/reservation/{reservationId}/cancel", mine, "", "409 ORDER_NOT_CANCELLABLE"));
    }

    private Stream<KeyedRow> rooms() {
        return new KeyedRoomRows(shop, user).rows();
    }

    /** Which processors there are does not change while the system runs; {@code RebuildIT} changes it between two requests. */
    private Stream<KeyedRow> others() {
        return Stream.of(
                once("/user/{userId}/point", user, "{\"amount\":1000}", "200"),
                ofOperator("/processor/{name}/rebuild", "nothing", "404 PROCESSOR_NOT_FOUND"),
                ofOperator("/processor/{name}/rebuild", "kafka-bridge", "409 NOT_REBUILDABLE"),
                ofOperator("/processor/{name}/rebuild", "best-seller", "202"),
                ofOperator("/processor/{name}/retry", "nothing", "404 PROCESSOR_NOT_FOUND"),
                ofOperator("/processor/{name}/retry", "coupon", "200"),
                // What is driven on, and its key, is in DriveIT.
                ofOperator("/reconciliation/{id}/drive", "STOCK_NOT_SOLD:none", "404 DISCREPANCY_NOT_FOUND"));
    }

    private static KeyedRow ofOperator(String path, String name, String outcome) {
        return KeyedRow.post(path, path.replaceFirst("\\{.*}", name), OPERATOR, "", outcome, () -> {}, outcome);
    }

    private Stream<KeyedRow> rows() {
        shop.charge(user, 1_000_000);
        return Stream.of(orders(), steps(), payments(), coupons(), products(), concerts(), rooms(), others())
                .flatMap(rows -> rows);
    }

    @TestFactory
    Stream<DynamicTest> givenAnOutcome_whenTheWorldChangesAndTheKeyComesAgain_thenTheSameAnswer() {
        return rows().map(row ->
                DynamicTest.dynamicTest(row.operation() + ": " + row.first(), () -> row.assertOneOutcome(shop)));
    }

    /** An operation that takes a key and is not in the table is one that nobody has thought about. */
    @Test
    void givenAllOperations_whenTheyTakeAKey_thenTheyAreInTheTable() {
        JsonNode paths = new JsonMapper()
                .readTree(shop.exchange(Request.get("/v3/api-docs", "")).body())
                .path("paths");
        Set<String> keyed = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().path("parameters").toString().contains("Idempotency-Key")) {
                    keyed.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                            + path.getKey().substring("/api/v1".length()));
                }
            }
        }

        assertThat(keyed)
                .hasSizeGreaterThan(15)
                .isEqualTo(rows().map(KeyedRow::operation).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Response post(String path, String body) {
        Response response = shop.exchange(Request.post("/api/v1" + path, OPERATOR, body));
        assertThat(response.status()).as(response.body()).isBetween(200, 201);
        return response;
    }

    private void createProduct(String id) {
        post("/product", RequestBodies.product(id));
    }

    private void receive(String product) {
        post("/product/" + product + "/stock", "{\"quantity\":5}");
    }

    private Response pay(String order) {
        Response paid = shop.exchange(ShopClient.payWithPoints(user, order));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        return paid;
    }

    private String paid(String product) {
        String order = shop.placed(user, product, 1);
        pay(order);
        return order;
    }

    private String shipped(String product) {
        String order = paid(product);
        post("/order/" + order + "/ship", "");
        return order;
    }
}
