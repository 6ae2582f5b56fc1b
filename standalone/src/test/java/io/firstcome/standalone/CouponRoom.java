package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A waiting room in front of a coupon of its own, on any running system, as its operator and those who wait use it over HTTP. */
final class CouponRoom {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String room;
    private final String coupon;

    private CouponRoom(int port, String room, String coupon) {
        this.port = port;
        this.room = room;
        this.coupon = coupon;
    }

    /**
     * A new room in front of a new coupon.
     *
     * @param more further fields of the room's body, each with a comma before it
     */
    static CouponRoom newRoom(int port, int pieces, String more) {
        String coupon = SharedSystem.newCampaign(port, pieces);
        String room = SharedSystem.newName("room");
        Response created =
                SharedSystem.exchange(port, RoomClient.create(RoomClient.body(room, "COUPON", coupon, more)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new CouponRoom(port, room, coupon);
    }

    /** The same room on a system that was started again, or on another node. */
    CouponRoom at(int otherPort) {
        return new CouponRoom(otherPort, room, coupon);
    }

    String room() {
        return room;
    }

    String coupon() {
        return coupon;
    }

    Request enter(String user) {
        return Request.post(path("/enter"), ShopClient.token(user), "");
    }

    /** With an Idempotency-Key: the same each time. */
    Request enterOnce(String user) {
        return ShopClient.keyed(path("/enter"), "enter-" + user, user, "");
    }

    Request me(String user) {
        return Request.get(path("/me"), ShopClient.token(user));
    }

    Request leave(String user) {
        return Request.post(path("/leave"), ShopClient.token(user), "");
    }

    /** With an Idempotency-Key: the same each time. */
    Request leaveOnce(String user) {
        return ShopClient.keyed(path("/leave"), "leave-" + user, user, "");
    }

    Request publish(String user, String admission) {
        return Request.of(
                "POST",
                "/api/v1/coupon/publish",
                ShopClient.token(user),
                Map.of("X-Admission", admission),
                SharedSystem.publishBody(coupon, user));
    }

    private String path(String rest) {
        return "/api/v1/waiting-room/" + room + rest;
    }

    Response exchange(Request request) {
        return SharedSystem.exchange(port, request);
    }

    JsonNode place(String user) {
        return read(exchange(me(user)));
    }

    JsonNode state() {
        return read(exchange(Request.get(path(""), "")));
    }

    JsonNode fairness() {
        return read(exchange(Request.get(path("/fairness"), "")));
    }

    /** @param fields those to change, without the braces */
    void change(String fields) {
        Response changed = exchange(Request.of("PATCH", path(""), SharedSystem.OPERATOR, Map.of(), "{" + fields + "}"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    void awaitState(String field, int value) {
        awaitState(field, is -> is == value);
    }

    void awaitState(String field, IntPredicate wanted) {
        Awaitility.await()
                .alias(field)
                .atMost(PATIENCE)
                .until(() -> state().get(field).asInt(), wanted::test);
    }

    String awaitAdmission(String user) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> place(user), place -> is("ADMITTED", place))
                .get("admission")
                .asString();
    }

    static boolean is(String status, JsonNode place) {
        return place.path("status").asString("").equals(status);
    }

    /** What does not change while nobody moves. */
    static JsonNode withoutEstimates(JsonNode place) {
        return ((ObjectNode) place).without(List.of("estimatedWaitSeconds", "pollAfterSeconds"));
    }

    static JsonNode read(Response response) {
        assertThat(response.status()).as(response.body()).isIn(200, 201);
        return JSON.readTree(response.body());
    }
}
