package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies that are wrong in every way: each is a 400 that says what is wrong, and nothing is made. */
class BadBodyIT extends WebIT {

    private static final String FIELDS = "\"name\":\"a\",\"quantity\":1,\"small\":1";

    /** A valid body with this in front of the other fields; the user goes last so that it may be replaced. */
    private static String with(String field) {
        return "{\"userId\":1," + field + "," + FIELDS + "}";
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("empty", ""),
                arguments("blank", "   "),
                arguments("not JSON", "hello"),
                arguments("cut off", "{\"userId\":1,"),
                arguments("top-level array", "[" + VALID + "]"),
                arguments("top-level string", "\"a\""),
                arguments("top-level empty string", "\"\""),
                arguments("top-level number", "1"),
                arguments("top-level null", "null"),
                arguments("top-level true", "true"),
                arguments("field twice", "{\"userId\":1,\"userId\":2," + FIELDS + "}"),
                arguments(
                        "field twice in a line", with("\"lines\":[{\"productId\":1,\"productId\":1,\"quantity\":1}]")),
                arguments("something after the end", VALID + "{}"),
                arguments("a second value", VALID + " 1"),
                arguments("single quotes", "{'userId':1}"),
                arguments("a comment", "{/* x */\"userId\":1}"),
                arguments("NaN", with("\"at\":NaN")),
                arguments("leading zero", with("\"extra\":01")),
                arguments("trailing comma", "{\"userId\":1,}"),
                arguments("raw control character", with("\"extra\":\"a\nb\"")),
                arguments("deep arrays", "[".repeat(10_000)),
                arguments(
                        "deep objects in a field", with("\"extra\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100))),
                arguments("number of 2000 digits", with("\"extra\":" + "9".repeat(2_000))),
                arguments("half an emoji in a name", with("\"a\\ud83c\":1")),
                arguments("name of 2000 characters", with("\"" + "n".repeat(2_000) + "\":1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void givenBodyThatIsNoJsonObject_whenPosted_thenMalformed(String what, String body) {
        int before = things.made.get();
        http.post(THING, body, "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
        assertThat(things.made).as(what).hasValue(before);
    }

    static Stream<Arguments> badUtf8() {
        return Stream.of(
                arguments("lone continuation byte", new byte[] {(byte) 0x80}),
                arguments("cut sequence", new byte[] {(byte) 0xe2, (byte) 0x82}),
                arguments("overlong slash", new byte[] {(byte) 0xc0, (byte) 0xaf}),
                arguments("encoded surrogate", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                arguments("above U+10FFFF", new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}),
                arguments("latin-1", new byte[] {(byte) 0xe9}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUtf8")
    void givenBytesThatAreNoUtf8_whenPosted_thenMalformed(String what, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] body = VALID.replace("Welcome", text).getBytes(StandardCharsets.ISO_8859_1);
        http.post(THING, body, "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
        assertThat(what).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void givenJsonInAnotherEncoding_whenPosted_thenMalformed(String encoding) {
        int before = things.made.get();
        for (String text : List.of(VALID, "\ufeff" + VALID)) {
            byte[] body = text.getBytes(Charset.forName(encoding));
            http.post(THING, body, "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
            http.post("/api/v1/twin/fast", body, "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
        }
        assertThat(things.made).hasValue(before);
    }

    /** RFC 8259 lets a reader skip it, and some editors write it. */
    @Test
    void givenUtf8WithAByteOrderMark_whenPosted_thenMade() {
        assertThat(http.post(THING, "\ufeff" + VALID, "Authorization", CUSTOMER).status())
                .isEqualTo(201);
    }

    @Test
    void givenANameThatCannotBeWritten_whenPosted_thenMalformed() {
        http.post(THING, with("\"\\ud800\":1"), "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
    }

    static Stream<Arguments> missingOrWrongNumbers() {
        String max = "9223372036854775808";
        return Stream.of(
                arguments("unknown field", with("\"colour\":1"), "colour", "UNKNOWN_FIELD"),
                arguments(
                        "unknown field in a line",
                        with("\"lines\":[{\"productId\":1,\"quantity\":1,\"a\":1}]"),
                        "lines[0].a",
                        "UNKNOWN_FIELD"),
                arguments("wrong case of a field", with("\"NAME\":\"a\""), "NAME", "UNKNOWN_FIELD"),
                arguments(
                        "a field with an emoji where its name is cut",
                        with("\"" + "n".repeat(99) + "\uD83C\uDF75\":1"),
                        "n".repeat(99),
                        "UNKNOWN_FIELD"),
                arguments(
                        "as many emoji as letters are too many",
                        quantityAndSmall("1", "1").replace("\"a\"", "\"" + "\uD83C\uDF75".repeat(21) + "\""),
                        "name",
                        "INVALID_LENGTH"),
                arguments("missing", "{\"userId\":1,\"quantity\":1,\"small\":1}", "name", "REQUIRED"),
                arguments("null", "{\"userId\":1,\"name\":null,\"quantity\":1,\"small\":1}", "name", "REQUIRED"),
                arguments("blank", "{\"userId\":1,\"name\":\" \",\"quantity\":1,\"small\":1}", "name", "REQUIRED"),
                arguments("missing primitive", "{\"userId\":1,\"name\":\"a\",\"quantity\":1}", "small", "REQUIRED"),
                arguments("null primitive", quantityAndSmall("1", "null"), "small", "REQUIRED"),
                arguments(
                        "too long",
                        quantityAndSmall("1", "1").replace("\"a\"", "\"" + "a".repeat(21) + "\""),
                        "name",
                        "INVALID_LENGTH"),
                arguments("negative", quantityAndSmall("-1", "1"), "quantity", "OUT_OF_RANGE"),
                arguments("zero", quantityAndSmall("0", "1"), "quantity", "OUT_OF_RANGE"),
                arguments("2^53", quantityAndSmall("9007199254740992", "1"), "quantity", "OUT_OF_RANGE"),
                arguments("-2^53", quantityAndSmall("-9007199254740992", "1"), "quantity", "OUT_OF_RANGE"),
                arguments(
                        "2^53 in a line",
                        with("\"lines\":[{\"productId\":1,\"quantity\":9007199254740992}]"),
                        "lines[0].quantity",
                        "OUT_OF_RANGE"),
                arguments("2^63", quantityAndSmall(max, "1"), "quantity", "OUT_OF_RANGE"),
                arguments("-2^63-1", quantityAndSmall("-9223372036854775809", "1"), "quantity", "OUT_OF_RANGE"),
                arguments("2^31 for an int", quantityAndSmall("1", "2147483648"), "small", "OUT_OF_RANGE"),
                arguments("string for a number", quantityAndSmall("\"10\"", "1"), "quantity", "WRONG_TYPE"),
                arguments("empty string for a number", quantityAndSmall("\"\"", "1"), "quantity", "WRONG_TYPE"),
                arguments("fraction for an integer", quantityAndSmall("1.5", "1"), "quantity", "WRONG_TYPE"),
                arguments("1.0 for an integer", quantityAndSmall("1.0", "1"), "quantity", "WRONG_TYPE"),
                arguments("exponent for an int", quantityAndSmall("1", "1e2"), "small", "WRONG_TYPE"),
                arguments("boolean for a number", quantityAndSmall("true", "1"), "quantity", "WRONG_TYPE"),
                arguments("object for a number", quantityAndSmall("{}", "1"), "quantity", "WRONG_TYPE"),
                arguments("array for a number", quantityAndSmall("[1]", "1"), "quantity", "WRONG_TYPE"));
    }

    static Stream<Arguments> wrongOthers() {
        return Stream.of(
                arguments("number for a text", named("5"), "name", "WRONG_TYPE"),
                arguments("boolean for a text", named("true"), "name", "WRONG_TYPE"),
                arguments("array for a text", named("[\"a\"]"), "name", "WRONG_TYPE"),
                arguments("object for a text", named("{}"), "name", "WRONG_TYPE"),
                arguments("half a surrogate pair", named("\"\\ud800\""), "name", "INVALID_FORMAT"),
                arguments("control character", named("\"a\\u0000b\""), "name", "INVALID_FORMAT"),
                arguments("number for a boolean", with("\"flag\":1"), "flag", "WRONG_TYPE"),
                arguments("string for a boolean", with("\"flag\":\"true\""), "flag", "WRONG_TYPE"),
                arguments("empty string for a boolean", with("\"flag\":\"\""), "flag", "WRONG_TYPE"),
                arguments("unknown constant", with("\"kind\":\"FREE\""), "kind", "INVALID_VALUE"),
                arguments("constant in lower case", with("\"kind\":\"fixed\""), "kind", "INVALID_VALUE"),
                arguments("ordinal of a constant", with("\"kind\":0"), "kind", "WRONG_TYPE"),
                arguments("ordinal as a string", with("\"kind\":\"0\""), "kind", "INVALID_VALUE"),
                arguments("empty string for a constant", with("\"kind\":\"\""), "kind", "INVALID_VALUE"),
                arguments("number for an instant", with("\"at\":1763625600"), "at", "WRONG_TYPE"),
                arguments("date for an instant", with("\"at\":\"2026-11-20\""), "at", "INVALID_FORMAT"),
                arguments("30 February", with("\"at\":\"2026-02-30T09:00:00Z\""), "at", "INVALID_FORMAT"),
                arguments("24 o'clock", with("\"at\":\"2026-11-20T24:00:00Z\""), "at", "INVALID_FORMAT"),
                arguments("second 60", with("\"at\":\"2016-12-31T23:59:60Z\""), "at", "INVALID_FORMAT"),
                arguments("minute 60", with("\"at\":\"2026-11-20T09:60:00Z\""), "at", "INVALID_FORMAT"),
                arguments("year 0", with("\"at\":\"0000-01-01T00:00:00Z\""), "at", "INVALID_FORMAT"),
                arguments("year 999", with("\"at\":\"0999-12-31T23:59:59Z\""), "at", "INVALID_FORMAT"),
                arguments("year 10000", with("\"at\":\"+10000-01-01T00:00:00Z\""), "at", "INVALID_FORMAT"),
                arguments("local time", with("\"at\":\"2026-11-20T09:00:00\""), "at", "INVALID_FORMAT"),
                arguments("another offset", with("\"at\":\"2026-11-20T09:00:00+09:00\""), "at", "INVALID_FORMAT"),
                arguments("no such day", with("\"at\":\"2026-02-30T09:00:00Z\""), "at", "INVALID_FORMAT"),
                arguments("empty instant", with("\"at\":\"\""), "at", "INVALID_FORMAT"),
                arguments("object for a list", with("\"lines\":{}"), "lines", "WRONG_TYPE"),
                arguments("string for a list", with("\"lines\":\"\""), "lines", "WRONG_TYPE"),
                arguments("text in a list", with("\"lines\":[\"\"]"), "lines[0]", "WRONG_TYPE"),
                arguments("number for an object", with("\"checked\":5"), "checked", "WRONG_TYPE"),
                arguments("empty string for an object", with("\"checked\":\"\""), "checked", "WRONG_TYPE"),
                arguments("refused by its type", with("\"checked\":{\"value\":101}"), "checked", "INVALID_VALUE"),
                arguments(
                        "negative in a line",
                        with("\"lines\":[{\"productId\":1,\"quantity\":-1}]"),
                        "lines[0].quantity",
                        "OUT_OF_RANGE"),
                arguments(
                        "id missing in a line", with("\"lines\":[{\"quantity\":1}]"), "lines[0].productId", "REQUIRED"),
                arguments("fraction for an id", "{\"userId\":1.0," + FIELDS + "}", "userId", "WRONG_TYPE"),
                arguments("boolean for an id", "{\"userId\":true," + FIELDS + "}", "userId", "WRONG_TYPE"),
                arguments("object for an id", "{\"userId\":{}," + FIELDS + "}", "userId", "WRONG_TYPE"),
                arguments("empty id", "{\"userId\":\"\"," + FIELDS + "}", "userId", "INVALID_FORMAT"),
                arguments("id .", "{\"userId\":\".\"," + FIELDS + "}", "userId", "INVALID_FORMAT"),
                arguments("id ..", "{\"userId\":\"..\"," + FIELDS + "}", "userId", "INVALID_FORMAT"),
                arguments("id 2^53", "{\"userId\":9007199254740992," + FIELDS + "}", "userId", "OUT_OF_RANGE"),
                arguments("id 2^63", "{\"userId\":9223372036854775808," + FIELDS + "}", "userId", "OUT_OF_RANGE"),
                arguments("id with a colon", "{\"userId\":\"a:1\"," + FIELDS + "}", "userId", "INVALID_FORMAT"),
                arguments(
                        "id of 65 characters",
                        "{\"userId\":\"" + "a".repeat(65) + "\"," + FIELDS + "}",
                        "userId",
                        "INVALID_FORMAT"),
                arguments("null id", "{\"userId\":null," + FIELDS + "}", "userId", "REQUIRED"));
    }

    private static String quantityAndSmall(String quantity, String small) {
        return "{\"userId\":1,\"name\":\"a\",\"quantity\":" + quantity + ",\"small\":" + small + "}";
    }

    private static String named(String name) {
        return "{\"userId\":1,\"name\":" + name + ",\"quantity\":1,\"small\":1}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"missingOrWrongNumbers", "wrongOthers"})
    void givenWrongField_whenPosted_thenInvalidNamesTheField(String what, String body, String field, String code) {
        int before = things.made.get();
        JsonNode problem = http.post(THING, body, "Authorization", CUSTOMER)
                .isProblem(400, "INVALID_REQUEST")
                .json();
        assertThat(problem.path("errors")).as(problem.toString()).hasSize(1);
        JsonNode error = problem.path("errors").get(0);
        assertThat(error.path("field").asString()).as(problem.toString()).isEqualTo(field);
        assertThat(error.path("code").asString()).as(problem.toString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(things.made).as(what).hasValue(before);
    }

    @Test
    void givenSeveralWrongFields_whenPosted_thenAllAreNamed() {
        JsonNode errors = http.post(THING, "{\"quantity\":-1,\"small\":1}", "Authorization", CUSTOMER)
                .isProblem(400, "INVALID_REQUEST")
                .json()
                .path("errors");
        assertThat(errors.valueStream().map(e -> e.path("field").asString()))
                .containsExactly("name", "quantity", "userId");
    }

    @Test
    void givenOwnTypeThatRefuses_whenPosted_thenItsMessageIsPassedOn() {
        String body = with("\"checked\":{\"value\":101}");
        assertThat(http.post(THING, body, "Authorization", CUSTOMER).body()).contains("value must be at most 100");
    }

    @Test
    void givenNoId_whenPosted_thenTheMessageSaysWhatOneIs() {
        String body = "{\"userId\":\"a b\"," + FIELDS + "}";
        assertThat(http.post(THING, body, "Authorization", CUSTOMER).body()).contains("must be 1 to 64 characters");
    }

    @Test
    void givenValidBodies_whenPosted_thenTheyAreMade() {
        for (String extra : new String[] {
            "\"flag\":true",
            "\"kind\":\"FIXED\"",
            "\"at\":\"2026-11-20T09:00:00.123456789Z\"",
            "\"at\":\"1000-01-01T00:00:00Z\"",
            "\"at\":\"9999-12-31T23:59:59.999999Z\"",
            "\"at\":\"2028-02-29T23:59:59+00:00\"",
            "\"lines\":[]",
            "\"checked\":{\"value\":1}",
            "\"lines\":[{\"productId\":\"a-1\",\"quantity\":9007199254740991}]"
        }) {
            assertThat(http.post(THING, with(extra), "Authorization", CUSTOMER).status())
                    .as(extra)
                    .isEqualTo(201);
        }
        String emoji = VALID.replace("Welcome", "환영 🎉 \\ud83c\\udf89");
        assertThat(http.post(THING, emoji, "Authorization", CUSTOMER).status()).isEqualTo(201);
        String stringId = VALID.replace("1,\"name", "\"1\",\"name");
        Http.Answer answer = http.post(THING, stringId, "Authorization", CUSTOMER);
        assertThat(answer.body()).isEqualTo("{\"userId\":\"1\",\"quantity\":10,\"at\":\"2026-11-20T09:00:00Z\"}");
    }
}
