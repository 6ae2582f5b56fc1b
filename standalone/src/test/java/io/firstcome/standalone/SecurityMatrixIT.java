package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint with every role, and with none. */
class SecurityMatrixIT {

    private static final List<String> ROLES = List.of("CUSTOMER", "OPERATOR", "AUDITOR", "ADMIN");
    private static final Set<String> STAFF = Set.of("OPERATOR", "AUDITOR", "ADMIN");
    private static final Set<String> OPERATORS = Set.of("OPERATOR", "ADMIN");
    private static final Set<String> AUDITORS = Set.of("AUDITOR", "ADMIN");

    private static final Set<String> BUYERS = Set.of("CUSTOMER", "OPERATOR", "ADMIN");

    private static final List<String> PUBLIC = List.of(
            "POST /api/v1/auth/token",
            "GET /api/v1/product",
            "GET /api/v1/product/best-sellers",
            "GET /api/v1/product/{productId}",
            "GET /api/v1/product/{productId}/stock",
            "GET /api/v1/concert",
            "GET /api/v1/concert/{concertId}",
            "GET /api/v1/concert/{concertId}/date",
            "GET /api/v1/concert/{concertId}/date/{dateId}",
            "GET /api/v1/concert/{concertId}/date/{dateId}/seat",
            "GET /api/v1/concert/{concertId}/date/{dateId}/seat/stream",
            "GET /api/v1/concert/ranking/sold-out",
            "GET /api/v1/waiting-room/{roomId}",
            "GET /api/v1/waiting-room/{roomId}/fairness",
            "POST /api/v1/webhook/toss");

    static Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of("POST", "/api/v1/coupon", OPERATORS),
                Arguments.of("POST", "/api/v1/coupon/publish", Set.of("CUSTOMER", "OPERATOR", "ADMIN")),
                Arguments.of("POST", "/api/v1/coupon/{couponId}/close", OPERATORS),
                Arguments.of("GET", "/api/v1/coupon/{couponId}", Set.copyOf(ROLES)),
                Arguments.of("GET", "/api/v1/user/{userId}/coupon", Set.of("CUSTOMER", "OPERATOR", "ADMIN")),
                Arguments.of("GET", "/api/v1/audit/event", AUDITORS),
                Arguments.of("GET", "/api/v1/audit/event/head", AUDITORS),
                Arguments.of("GET", "/api/v1/processor", STAFF),
                Arguments.of("GET", "/api/v1/processor/{name}", STAFF),
                Arguments.of("GET", "/api/v1/processor/{name}/dead-letter", STAFF),
                Arguments.of("POST", "/api/v1/processor/{name}/retry", OPERATORS),
                Arguments.of("POST", "/api/v1/processor/{name}/rebuild", OPERATORS),
                Arguments.of("GET", "/api/v1/reconciliation", STAFF),
                Arguments.of("POST", "/api/v1/reconciliation/{id}/drive", OPERATORS),
                Arguments.of("POST", "/api/v1/product", OPERATORS),
                Arguments.of("POST", "/api/v1/product/{productId}/stock", OPERATORS),
                Arguments.of("POST", "/api/v1/product/{productId}/withdraw", OPERATORS),
                Arguments.of("POST", "/api/v1/product/{productId}/pre-order", OPERATORS),
                Arguments.of("POST", "/api/v1/product/{productId}/pre-order/cancel", OPERATORS),
                Arguments.of("POST", "/api/v1/order", BUYERS),
                Arguments.of("GET", "/api/v1/order", BUYERS),
                Arguments.of("GET", "/api/v1/order/{orderId}", BUYERS),
                Arguments.of("POST", "/api/v1/order/{orderId}/cancel", BUYERS),
                Arguments.of("POST", "/api/v1/order/{orderId}/return", BUYERS),
                Arguments.of("POST", "/api/v1/order/{orderId}/ship", OPERATORS),
                Arguments.of("POST", "/api/v1/order/{orderId}/deliver", OPERATORS),
                Arguments.of("POST", "/api/v1/concert", OPERATORS),
                Arguments.of("POST", "/api/v1/concert/{concertId}/date", OPERATORS),
                Arguments.of("POST", "/api/v1/reservation", BUYERS),
                Arguments.of("GET", "/api/v1/reservation/{reservationId}", BUYERS),
                Arguments.of("POST", "/api/v1/reservation/{reservationId}/cancel", BUYERS),
                Arguments.of("GET", "/api/v1/user/{userId}/reservation", BUYERS),
                Arguments.of("POST", "/api/v1/waiting-room", OPERATORS),
                Arguments.of("PATCH", "/api/v1/waiting-room/{roomId}", OPERATORS),
                Arguments.of("POST", "/api/v1/waiting-room/{roomId}/close", OPERATORS),
                Arguments.of("POST", "/api/v1/waiting-room/{roomId}/enter", BUYERS),
                Arguments.of("GET", "/api/v1/waiting-room/{roomId}/me", BUYERS),
                Arguments.of("GET", "/api/v1/waiting-room/{roomId}/me/stream", BUYERS),
                Arguments.of("POST", "/api/v1/waiting-room/{roomId}/leave", BUYERS),
                Arguments.of("POST", "/api/v1/payment", BUYERS),
                Arguments.of("GET", "/api/v1/payment", OPERATORS),
                Arguments.of("GET", "/api/v1/payment/{paymentId}", BUYERS),
                Arguments.of("POST", "/api/v1/payment/{paymentId}/cancel", BUYERS),
                Arguments.of("GET", "/api/v1/user/{userId}/point", BUYERS),
                Arguments.of("POST", "/api/v1/user/{userId}/point", BUYERS));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void givenEachRole_whenCalled_thenOnlyTheseGetThrough(String method, String path, Set<String> allowed) {
        String concrete = path.replace("{userId}", "7").replaceAll("\\{[a-zA-Z]+}", "nowhere");
        assertThat(call(method, concrete, "").status()).as("without a token").isEqualTo(401);
        for (String role : ROLES) {
            Response response = call(method, concrete, SharedSystem.TOKENS.token("7", role));
            if (allowed.contains(role)) {
                assertThat(response.status()).as(role).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(response.status()).as(role).isEqualTo(403);
                assertThat(response.code()).isEqualTo("FORBIDDEN");
            }
        }
    }

    /** An endpoint that nobody wrote into the matrix fails here. */
    @Test
    void givenThePublishedEndpoints_whenComparedWithTheMatrix_thenNoneIsMissing() {
        JsonNode document = new JsonMapper()
                .readTree(SharedSystem.exchange(Request.get("/v3/api-docs", "")).body());
        Set<String> published = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue()
                    .propertyNames()
                    .forEach(method -> published.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
        }
        List<String> matrix = new ArrayList<>(endpoints()
                .map(arguments -> arguments.get()[0] + " " + arguments.get()[1])
                .toList());
        matrix.addAll(PUBLIC);
        assertThat(published).containsExactlyInAnyOrderElementsOf(matrix);
    }

    @Test
    void givenAnOperator_whenActingForAnother_thenAllowedAndACustomerIsNot() {
        String coupon = SharedSystem.newCampaign(SharedSystem.get().port(), 5);
        String body = SharedSystem.publishBody(coupon, "someone-else");

        assertThat(SharedSystem.exchange(Request.post("/api/v1/coupon/publish", SharedSystem.OPERATOR, body))
                        .status())
                .isEqualTo(201);
        assertThat(SharedSystem.exchange(
                                Request.post("/api/v1/coupon/publish", SharedSystem.TOKENS.customer("7"), body))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givenAnothersOrder_whenReadPaidCancelledOrReturned_thenAsIfItWereNotThere() {
        ShopClient shop = new ShopClient(SharedSystem.get());
        String order = shop.placed(SharedSystem.newName("owner"), shop.newProduct(5), 1);
        String stranger = SharedSystem.newName("stranger");
        List<Request> requests = List.of(
                Request.get("/api/v1/order/" + order, ShopClient.token(stranger)),
                ShopClient.payWithPoints(stranger, order),
                Request.post("/api/v1/order/" + order + "/cancel", ShopClient.token(stranger), ""),
                Request.post("/api/v1/order/" + order + "/return", ShopClient.token(stranger), ""));

        for (Request request : requests) {
            Response response = shop.exchange(request);
            assertThat(response.status()).as(request.head()).isEqualTo(404);
            assertThat(response.code()).isEqualTo("ORDER_NOT_FOUND");
        }
        shop.awaitOrder(order, "AWAITING_PAYMENT");
    }

    @Test
    void givenAnothersReservation_whenReadPaidOrCancelled_thenAsIfItWereNotThere() {
        ShopClient shop = new ShopClient(SharedSystem.get());
        String reservation = shop.reserved(SharedSystem.newName("owner"), shop.newDate(), 1);
        String stranger = ShopClient.token(SharedSystem.newName("stranger"));
        List<Request> requests = List.of(
                Request.get("/api/v1/reservation/" + reservation, stranger),
                Request.post("/api/v1/payment", stranger, "{\"reservationId\":\"" + reservation + "\"}"),
                Request.post("/api/v1/reservation/" + reservation + "/cancel", stranger, ""));

        for (Request request : requests) {
            Response response = shop.exchange(request);
            assertThat(response.status()).as(request.head()).isEqualTo(404);
            assertThat(response.code()).isEqualTo("ORDER_NOT_FOUND");
        }
        shop.awaitOrder(reservation, "AWAITING_PAYMENT");
    }

    @Test
    void givenAnothersWalletAndPayment_whenUsed_thenRefused() {
        ShopClient shop = new ShopClient(SharedSystem.get());
        String owner = SharedSystem.newName("owner");
        shop.charge(owner, 100_000);
        String order = shop.placed(owner, shop.newProduct(5), 1);
        String payment = ShopClient.field(shop.exchange(ShopClient.payWithPoints(owner, order)), "paymentId");
        String stranger = ShopClient.token(SharedSystem.newName("stranger"));
        String refund = "/api/v1/payment/" + payment + "/cancel";

        assertThat(shop.exchange(Request.get("/api/v1/user/" + owner + "/point", stranger))
                        .status())
                .isEqualTo(403);
        assertThat(shop.exchange(Request.post("/api/v1/user/" + owner + "/point", stranger, "{\"amount\":5000}"))
                        .status())
                .isEqualTo(403);
        assertThat(shop.exchange(Request.get("/api/v1/payment/" + payment, stranger))
                        .status())
                .isEqualTo(404);
        assertThat(shop.exchange(Request.post(refund, stranger, "{\"reason\":\"mine\"}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givenTheActuator_whenAskedForMore_thenOnlyTheOpenPartsAnswer() {
        for (String open : List.of("health", "health/liveness", "health/readiness", "prometheus", "info")) {
            assertThat(SharedSystem.exchange(Request.get("/actuator/" + open, ""))
                            .status())
                    .as(open)
                    .isEqualTo(200);
        }
        for (String closed : List.of("env", "heapdump", "beans", "configprops", "loggers", "threaddump", "mappings")) {
            assertThat(SharedSystem.exchange(Request.get("/actuator/" + closed, SharedSystem.OPERATOR))
                            .status())
                    .as(closed)
                    .isIn(401, 403, 404);
        }
    }

    private static Response call(String method, String path, String token) {
        return SharedSystem.exchange(Request.of(
                method, path, token, Map.of("Content-Type", "application/json"), method.equals("GET") ? "" : "{}"));
    }
}
