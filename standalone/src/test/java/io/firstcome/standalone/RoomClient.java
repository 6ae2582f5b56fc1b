package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waiting rooms on the shared system, as their users and the operator use them over HTTP. */
final class RoomClient {

    /** A second, and what a busy machine adds to it. */
    static final Duration SOON = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOMS = "/api/v1/waiting-room";

    private final ShopClient shop;

    RoomClient(ShopClient shop) {
        this.shop = shop;
    }

    /** @param more further fields, each with a comma before it */
    static String body(String room, String type, String id, String more) {
        return "{\"roomId\":\"" + room + "\",\"name\":\"test\",\"protects\":[" + item(type, id) + "]" + more + "}";
    }

    static String item(String type, String id) {
        return "{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
    }

    static Request create(String body) {
        return Request.post(ROOMS, SharedSystem.OPERATOR, body);
    }

    /** A room in front of one thing; {@code more} as of {@link #body}. */
    String newRoom(String type, String id, String more) {
        String room = SharedSystem.newName("room");
        Response created = shop.exchange(create(body(room, type, id, more)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return room;
    }

    Response change(String room, String body) {
        return shop.exchange(Request.of("PATCH", path(room), SharedSystem.OPERATOR, Map.of(), body));
    }

    void pause(String room) {
        assertThat(change(room, "{\"paused\":true}").status()).isEqualTo(200);
    }

    void goOn(String room) {
        assertThat(change(room, "{\"paused\":false}").status()).isEqualTo(200);
    }

    Response close(String room) {
        return shop.exchange(Request.post(path(room) + "/close", SharedSystem.OPERATOR, ""));
    }

    Response enter(String room, String user) {
        return shop.exchange(Request.post(path(room) + "/enter", ShopClient.token(user), ""));
    }

    void enterAll(String room, String... users) {
        for (String user : users) {
            Response entered = enter(room, user);
            assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        }
    }

    Response leave(String room, String user) {
        return shop.exchange(Request.post(path(room) + "/leave", ShopClient.token(user), ""));
    }

    Response me(String room, String user) {
        return shop.exchange(Request.get(path(room) + "/me", ShopClient.token(user)));
    }

    Response fairness(String room) {
        return shop.exchange(Request.get(path(room) + "/fairness", ""));
    }

    JsonNode room(String room) {
        return json(shop.exchange(Request.get(path(room), "")));
    }

    JsonNode place(String room, String user) {
        return json(me(room, user));
    }

    String status(String room, String user) {
        return place(room, user).path("status").asString();
    }

    /** Waits until the place reads so. */
    JsonNode awaitPlace(String room, String user, String status) {
        return await().atMost(SOON)
                .until(
                        () -> place(room, user),
                        place -> place.path("status").asString().equals(status));
    }

    /** Waits until the user is admitted, and returns the signed admission. */
    String admission(String room, String user) {
        return awaitPlace(room, user, "ADMITTED").path("admission").asString();
    }

    /** How many of these are admitted at this moment. */
    long admitted(String room, List<String> users) {
        return users.stream()
                .filter(user -> status(room, user).equals("ADMITTED"))
                .count();
    }

    /** The same request with an admission. */
    static Request with(String admission, Request request) {
        return new Request(
                request.head().replaceFirst("\r\n", "\r\nX-Admission: " + admission + "\r\n"), request.body());
    }

    /** The same request under an idempotency key. */
    static Request keyed(String key, Request request) {
        return new Request(request.head().replaceFirst("\r\n", "\r\nIdempotency-Key: " + key + "\r\n"), request.body());
    }

    static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toList());
    }

    static JsonNode json(Response response) {
        assertThat(response.status()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    static String path(String room) {
        return ROOMS + "/" + room;
    }
}
