package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waiting rooms that cannot be: a problem that names the field, and nothing is stored. */
class BadRoomInputIT {

    private static final String ROOMS = "/api/v1/waiting-room";
    private static final String NAME = "\"name\":\"test\"";
    private static final String NOBODYS = "[" + RoomClient.item("COUPON", "nobodys") + "]";

    private final ObservedState truth = new ObservedState(SharedSystem.get());

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("{\"protects\":" + NOBODYS + "}", "name", "REQUIRED"),
                Arguments.of(named("null"), "name", "REQUIRED"),
                Arguments.of(named("\"\""), "name", "INVALID_FORMAT"),
                Arguments.of(named("\" \""), "name", "INVALID_FORMAT"),
                Arguments.of(named("\"" + "x".repeat(101) + "\""), "name", "INVALID_LENGTH"),
                Arguments.of(named("7"), "name", "WRONG_TYPE"),
                Arguments.of("{" + NAME + "}", "protects", "REQUIRED"),
                Arguments.of(inFrontOf("null"), "protects", "REQUIRED"),
                Arguments.of(inFrontOf("[]"), "protects", "REQUIRED"),
                Arguments.of(inFrontOf("{}"), "protects", "WRONG_TYPE"),
                Arguments.of(inFrontOf("\"1\""), "protects", "WRONG_TYPE"),
                Arguments.of(inFrontOf("[null]"), "protects[0]", "REQUIRED"),
                Arguments.of(inFrontOf("[\"1\"]"), "protects[0]", "WRONG_TYPE"),
                Arguments.of(inFrontOf(twentyOne()), "protects", "INVALID_LENGTH"),
                Arguments.of(inFrontOf(NOBODYS.replace("]", "," + NOBODYS.substring(1))), "protects", "INVALID_VALUE"),
                Arguments.of(inFrontOf("[{\"id\":\"1\"}]"), "protects[0].type", "REQUIRED"),
                Arguments.of(inFrontOf("[{\"type\":\"COUPON\"}]"), "protects[0].id", "REQUIRED"),
                Arguments.of(inFrontOf(item("\"SEAT\"", "1")), "protects[0].type", "INVALID_VALUE"),
                Arguments.of(inFrontOf(item("\"coupon\"", "1")), "protects[0].type", "INVALID_VALUE"),
                Arguments.of(inFrontOf(item("0", "1")), "protects[0].type", "WRONG_TYPE"),
                Arguments.of(inFrontOf(item("\"COUPON\"", "\"..\"")), "protects[0].id", "INVALID_FORMAT"),
                Arguments.of(inFrontOf(item("\"COUPON\"", "\"a:b\"")), "protects[0].id", "INVALID_FORMAT"),
                Arguments.of(inFrontOf(item("\"COUPON\"", "1.5")), "protects[0].id", "WRONG_TYPE"),
                Arguments.of(inFrontOf(item("\"COUPON\"", "9007199254740992")), "protects[0].id", "OUT_OF_RANGE"),
                Arguments.of(with("\"roomId\":\"..\""), "roomId", "INVALID_FORMAT"),
                Arguments.of(with("\"roomId\":\"\""), "roomId", "INVALID_FORMAT"),
                Arguments.of(with("\"roomId\":\"a b\""), "roomId", "INVALID_FORMAT"),
                Arguments.of(with("\"roomId\":\"" + "x".repeat(65) + "\""), "roomId", "INVALID_FORMAT"),
                Arguments.of(with("\"roomId\":{}"), "roomId", "WRONG_TYPE"),
                Arguments.of(with("\"order\":\"LIFO\""), "order", "INVALID_VALUE"),
                Arguments.of(with("\"order\":1"), "order", "WRONG_TYPE"),
                Arguments.of(with("\"opensAt\":\"tomorrow\""), "opensAt", "INVALID_FORMAT"),
                Arguments.of(with("\"opensAt\":\"2026-02-30T00:00:00Z\""), "opensAt", "INVALID_FORMAT"),
                Arguments.of(with("\"opensAt\":1"), "opensAt", "WRONG_TYPE"),
                Arguments.of(with("\"seed\":\"1\""), "seed", "UNKNOWN_FIELD"),
                Arguments.of(with("\"paused\":true"), "paused", "UNKNOWN_FIELD"),
                Arguments.of(with("\"commitment\":\"1\""), "commitment", "UNKNOWN_FIELD"));
    }

    static Stream<Arguments> badNumbers() {
        return Stream.of(
                        numbers("capacity", 1, 100_000),
                        numbers("admitPerMinute", 1, 1_000_000),
                        numbers("admissionMinutes", 1, 1_440),
                        numbers("idleSeconds", 5, 86_400))
                .flatMap(numbers -> numbers);
    }

    private static Stream<Arguments> numbers(String field, int min, int max) {
        return Stream.of(
                Arguments.of(field, Integer.toString(min - 1), "OUT_OF_RANGE"),
                Arguments.of(field, Integer.toString(max + 1), "OUT_OF_RANGE"),
                Arguments.of(field, "-1", "OUT_OF_RANGE"),
                Arguments.of(field, "2147483648", "OUT_OF_RANGE"),
                Arguments.of(field, "9223372036854775808", "OUT_OF_RANGE"),
                Arguments.of(field, "1.5", "WRONG_TYPE"),
                Arguments.of(field, "\"7\"", "WRONG_TYPE"),
                Arguments.of(field, "true", "WRONG_TYPE"),
                Arguments.of(field, "[7]", "WRONG_TYPE"));
    }

    static Stream<Arguments> badChanges() {
        return Stream.of(
                Arguments.of("{\"paused\":\"yes\"}", "paused", "WRONG_TYPE"),
                Arguments.of("{\"paused\":1}", "paused", "WRONG_TYPE"),
                Arguments.of("{\"paused\":{}}", "paused", "WRONG_TYPE"),
                Arguments.of("{\"name\":\"x\"}", "name", "UNKNOWN_FIELD"),
                Arguments.of("{\"idleSeconds\":7}", "idleSeconds", "UNKNOWN_FIELD"),
                Arguments.of("{\"protects\":[]}", "protects", "UNKNOWN_FIELD"));
    }

    private static String named(String name) {
        return "{\"name\":" + name + ",\"protects\":" + NOBODYS + "}";
    }

    private static String inFrontOf(String protects) {
        return "{" + NAME + ",\"protects\":" + protects + "}";
    }

    private static String with(String field) {
        return "{" + NAME + ",\"protects\":" + NOBODYS + "," + field + "}";
    }

    private static String item(String type, String id) {
        return "[{\"type\":" + type + ",\"id\":" + id + "}]";
    }

    private static String twentyOne() {
        return IntStream.rangeClosed(1, 21)
                .mapToObj(number -> RoomClient.item("COUPON", "nobodys-" + number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Request patch(String room, String body) {
        return Request.of(
                "PATCH", ROOMS + "/" + room, SharedSystem.OPERATOR, Map.of("Content-Type", "application/json"), body);
    }

    private void assertInvalid(Request request, String field, String code) {
        long before = truth.head();

        Response response = SharedSystem.exchange(request);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.code()).isEqualTo("INVALID_REQUEST");
        JsonNode errors = new JsonMapper().readTree(response.body()).path("errors");
        assertThat(errors.valueStream()
                        .map(error -> error.path("field").asString() + " "
                                + error.path("code").asString()))
                .as(response.body())
                .contains(field + " " + code);
        assertNothingIsStoredSince(before);
    }

    private void assertMalformed(Request request) {
        Response response = SharedSystem.exchange(request);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.code()).as(response.body()).isEqualTo("MALFORMED_REQUEST");
    }

    /** By the operator; other tests' places go on by themselves. */
    private void assertNothingIsStoredSince(long position) {
        assertThat(truth.audit("user=operator&after=" + position).path("items")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void givenABadField_whenCreated_thenItIsNamed(String body, String field, String code) {
        assertInvalid(RoomClient.create(body), field, code);
    }

    @ParameterizedTest
    @MethodSource("badNumbers")
    void givenABadNumber_whenCreatedOrChanged_thenItIsNamed(String field, String value, String code) {
        String number = "\"" + field + "\":" + value;
        assertInvalid(RoomClient.create(with(number)), field, code);
        boolean changeable = List.of("capacity", "admitPerMinute").contains(field);
        assertInvalid(patch("demo", "{" + number + "}"), field, changeable ? code : "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @MethodSource("badChanges")
    void givenABadField_whenChanged_thenItIsNamed(String body, String field, String code) {
        assertInvalid(patch("demo", body), field, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "\"x\"", "{", "{\"capacity\":1,\"capacity\":2}", "{}{}"})
    void givenNoObject_whenCreatedOrChanged_thenMalformed(String body) {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        long before = truth.head();

        assertMalformed(Request.of("POST", ROOMS, SharedSystem.OPERATOR, json, body));
        assertMalformed(patch("demo", body));

        assertNothingIsStoredSince(before);
    }

    @Test
    void givenAHugeOrAForeignBody_whenCreatedOrChanged_thenRefused() {
        String huge = named("\"" + "x".repeat(100_000) + "\"");
        Map<String, String> text = Map.of("Content-Type", "text/plain");
        long before = truth.head();

        for (Request request : List.of(RoomClient.create(huge), patch("demo", huge))) {
            assertThat(SharedSystem.exchange(request).status()).isEqualTo(413);
        }
        for (String method : List.of("POST", "PATCH")) {
            String path = method.equals("POST") ? ROOMS : ROOMS + "/demo";
            Request request = Request.of(method, path, SharedSystem.OPERATOR, text, "{}");
            assertThat(SharedSystem.exchange(request).status()).as(method).isEqualTo(415);
        }
        assertNothingIsStoredSince(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "%2e%2e", "a%20b", "a:b", "a%00", "%FF"})
    void givenABadRoomId_whenAnythingIsAsked_thenRefused(String id) {
        for (Request request : List.of(
                Request.post(ROOMS + "/" + id + "/enter", SharedSystem.OPERATOR, ""),
                Request.post(ROOMS + "/" + id + "/leave", SharedSystem.OPERATOR, ""),
                Request.post(ROOMS + "/" + id + "/close", SharedSystem.OPERATOR, ""),
                Request.get(ROOMS + "/" + id + "/me", SharedSystem.OPERATOR),
                Request.get(ROOMS + "/" + id + "/fairness", ""),
                patch(id, "{\"capacity\":7}"))) {
            Response response = SharedSystem.exchange(request);
            assertThat(response.status()).as(request.head() + response.body()).isIn(400, 404, 405);
            assertThat(response.code()).isNotEmpty();
        }
    }

    /** The negative control: the same bodies, with nothing wrong, are taken. */
    @Test
    void givenTheSameBodiesWithNothingWrong_whenSent_thenTheyAreTaken() {
        String room = SharedSystem.newName("room");
        String most = ",\"capacity\":100000,\"admitPerMinute\":1000000,\"admissionMinutes\":1440,\"idleSeconds\":86400";

        Response created = SharedSystem.exchange(
                RoomClient.create(RoomClient.body(room, "COUPON", SharedSystem.newName("none"), most)));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(SharedSystem.exchange(patch(room, "{\"capacity\":1,\"admitPerMinute\":1,\"paused\":true}"))
                        .status())
                .isEqualTo(200);
        assertThat(SharedSystem.exchange(patch(room, "{}")).body())
                .as("what is absent stays")
                .contains("\"capacity\":1", "\"admitPerMinute\":1", "\"paused\":true");
    }
}
