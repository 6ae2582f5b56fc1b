package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop on a running system, as its buyers and its operator use it over HTTP. */
final class ShopClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StandaloneProcess system;

    ShopClient(StandaloneProcess system) {
        this.system = system;
    }

    /** A product that nobody else has, with that stock, for 10,000 a piece. */
    String newProduct(int stock) {
        return newProduct(stock, "");
    }

    /** @param more further fields of the body, each with a comma before it */
    String newProduct(int stock, String more) {
        String id = SharedSystem.newName("product");
        Response created = exchange(Request.post(
                "/api/v1/product",
                SharedSystem.OPERATOR,
                "{\"productId\":\"" + id + "\",\"name\":\"test\",\"price\":10000,\"stock\":" + stock + more + "}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return id;
    }

    /** A date of 50 seats that is on sale, of a concert of the same name. */
    String newDate() {
        return newDate("");
    }

    /** @param more further fields of the date's body, each with a comma before it */
    String newDate(String more) {
        String id = SharedSystem.newName("date");
        String concert = "{\"concertId\":\"" + id + "\",\"title\":\"test\",\"artist\":\"test\"}";
        for (Request request : List.of(
                Request.post("/api/v1/concert", SharedSystem.OPERATOR, concert),
                Request.post("/api/v1/concert/" + id + "/date", SharedSystem.OPERATOR, dateBody(id, more)))) {
            Response created = exchange(request);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
        }
        return id;
    }

    static String dateBody(String date, String more) {
        return "{\"dateId\":\"" + date + "\",\"startsAt\":\"2099-01-01T19:00:00Z\"" + more + "}";
    }

    static Request reserve(String user, String date, Integer... seats) {
        return Request.post("/api/v1/reservation", token(user), reservationBody(user, date, seats));
    }

    static String reservationBody(String user, String date, Integer... seats) {
        return "{\"userId\":\"" + user + "\",\"concertId\":\"" + date + "\",\"dateId\":\"" + date + "\",\"seats\":"
                + List.of(seats) + "}";
    }

    /** A reservation of these seats, which are held. */
    String reserved(String user, String date, Integer... seats) {
        Response reserved = exchange(reserve(user, date, seats));
        assertThat(reserved.status()).as(reserved.body()).isEqualTo(201);
        return field(reserved, "reservationId");
    }

    /** A coupon of 1,000 off. */
    String newCoupon(int quantity) {
        return SharedSystem.newCampaign(system.port(), quantity);
    }

    void charge(String user, long amount) {
        Response charged =
                exchange(Request.post("/api/v1/user/" + user + "/point", token(user), "{\"amount\":" + amount + "}"));
        assertThat(charged.status()).as(charged.body()).isEqualTo(200);
    }

    static Request order(String user, String product, int quantity) {
        return Request.post("/api/v1/order", token(user), orderBody(user, product, quantity));
    }

    static Request order(String key, String user, String product, int quantity) {
        return keyed("/api/v1/order", key, user, orderBody(user, product, quantity));
    }

    private static String orderBody(String user, String product, int quantity) {
        return "{\"userId\":\"" + user + "\",\"items\":[{\"productId\":\"" + product + "\",\"quantity\":" + quantity
                + "}]}";
    }

    static Request payWithPoints(String user, String order) {
        return Request.post("/api/v1/payment", token(user), "{\"orderId\":\"" + order + "\"}");
    }

    static Request payReservation(String user, String reservation) {
        return Request.post("/api/v1/payment", token(user), "{\"reservationId\":\"" + reservation + "\"}");
    }

    /** The seats of a date by the API. */
    JsonNode seats(String date) {
        return get("/concert/" + date + "/date/" + date + "/seat").path("items");
    }

    static Request payWithCoupon(String user, String order, String coupon) {
        return Request.post(
                "/api/v1/payment", token(user), "{\"orderId\":\"" + order + "\",\"couponId\":\"" + coupon + "\"}");
    }

    static Request payByCard(String user, String order, String paymentKey) {
        return Request.post("/api/v1/payment", token(user), cardBody(order, paymentKey));
    }

    /** By card, with a coupon's discount and some points. */
    static Request payByCard(String user, String order, String coupon, long points, String paymentKey) {
        return Request.post(
                "/api/v1/payment",
                token(user),
                "{\"orderId\":\"" + order + "\",\"couponId\":\"" + coupon + "\",\"method\":\"CARD\",\"points\":"
                        + points + ",\"paymentKey\":\"" + paymentKey + "\"}");
    }

    static String cardBody(String order, String paymentKey) {
        return "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"paymentKey\":\"" + paymentKey + "\"}";
    }

    /** Has an order cancelled, shipped, delivered or returned. */
    static Request step(String order, String what, String token) {
        return Request.post("/api/v1/order/" + order + "/" + what, token, "");
    }

    static Request keyed(String path, String key, String user, String body) {
        return Request.of("POST", path, token(user), Map.of("Idempotency-Key", key), body);
    }

    static String token(String user) {
        return SharedSystem.TOKENS.customer(user);
    }

    /** Places an order that is held, and returns its id. */
    String placed(String user, String product, int quantity) {
        Response placed = exchange(order(user, product, quantity));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return field(placed, "orderId");
    }

    Response exchange(Request request) {
        return SharedSystem.exchange(system.port(), request);
    }

    static String field(Response response, String name) {
        return JSON.readTree(response.body()).path(name).asString("");
    }

    /** What the API shows to the operator at this path. */
    JsonNode get(String path) {
        Response response = exchange(Request.get("/api/v1" + path, SharedSystem.OPERATOR));
        assertThat(response.status()).as(path + " " + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    JsonNode stock(String product) {
        return get("/product/" + product + "/stock");
    }

    /** Waits until the stock reads so; the view is some milliseconds behind. */
    void awaitStock(String product, int available, int held, int sold) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode stock = stock(product);
            assertThat(stock.toString())
                    .contains("\"available\":" + available, "\"held\":" + held, "\"sold\":" + sold)
                    .contains("\"onHand\":" + (available + held));
        });
    }

    /** Waits until the order has that status, and returns it. */
    JsonNode awaitOrder(String order, String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> get("/order/" + order),
                        view -> view.path("status").asString("").equals(status));
    }

    void awaitBalance(String user, long balance) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get("/user/" + user + "/point").path("balance").asLong())
                        .isEqualTo(balance));
    }

    /** Waits until the user's only coupon has that status. */
    void awaitCoupon(String user, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/user/" + user + "/coupon")
                                .path("items")
                                .path(0)
                                .path("status")
                                .asString(""))
                        .isEqualTo(status));
    }
}
