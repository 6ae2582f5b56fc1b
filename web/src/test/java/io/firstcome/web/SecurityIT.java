package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.firstcome.web.Http.Answer;
import io.firstcome.web.security.Role;
import io.firstcome.web.security.SecuritySettings;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets in: no token, every kind of bad token, every role on every kind of endpoint. */
class SecurityIT extends WebIT {

    private static final String FOREIGN_SECRET = "another-secret-that-is-long-enough-for-hs512-and-therefore-for-all!!";

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("1")
                .claim("roles", List.of("CUSTOMER"))
                .expirationTime(in(3_600));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String secret) {
        return sign(new JWSHeader(algorithm), claims, secret);
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, String secret) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String ours(JWTClaimsSet claims) {
        return sign(claims, JWSAlgorithm.HS256, SecuritySettings.STANDALONE_SECRET);
    }

    /** A token of ours whose claims are this text, which a builder would not make. */
    private static String raw(String claims) {
        try {
            var token = new com.nimbusds.jose.JWSObject(
                    new JWSHeader(JWSAlgorithm.HS256), new com.nimbusds.jose.Payload(claims));
            token.sign(new MACSigner(SecuritySettings.STANDALONE_SECRET.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A token of ours with this as its end, as it is written. */
    private static String ending(String end) {
        return raw("{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"],\"exp\":" + end + "}");
    }

    /** Seconds that are many, but make an instant this long from now when 64 bits of milliseconds overflow. */
    private static String overflowing(long fromNow) {
        BigInteger wanted = BigInteger.valueOf(Instant.now().getEpochSecond() + fromNow);
        return BigInteger.TWO
                .pow(64)
                .divide(BigInteger.valueOf(1_000))
                .add(wanted)
                .toString();
    }

    private static String tampered() {
        String[] parts = ours(claims().build()).split("\\.", 3);
        String admin = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"1\",\"roles\":[\"ADMIN\"]}".getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + admin + "." + parts[2];
    }

    static Stream<Arguments> badTimes() {
        return Stream.of(
                arguments("expired", ours(claims().expirationTime(in(-60)).build())),
                arguments("without an end", ours(claims().expirationTime(null).build())),
                arguments("with null for an end", ending("null")),
                arguments(
                        "valid for more than a day",
                        ours(claims().expirationTime(in(86_500)).build())),
                arguments(
                        "valid for a thousand years",
                        ours(claims().expirationTime(in(31_556_952_000L)).build())),
                arguments(
                        "issued in the future", ours(claims().issueTime(in(60)).build())),
                arguments("end of 2^63 - 1", ending("9223372036854775807")),
                arguments("end of 2^63", ending("9223372036854775808")),
                arguments("end that is soon again when milliseconds overflow", ending(overflowing(3_600))),
                arguments("end of 1e400", ending("1e400")),
                arguments("end before all time", ending("-1")),
                arguments("end of -2^63", ending("-9223372036854775808")),
                arguments(
                        "end as a number in a text",
                        ending("\"" + (Instant.now().getEpochSecond() + 60) + "\"")),
                arguments("end as a list", ending("[1]")),
                arguments("end that is true", ending("true")),
                arguments(
                        "begin that overflows",
                        raw("{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"],\"nbf\":" + overflowing(-60) + ",\"exp\":"
                                + (Instant.now().getEpochSecond() + 60) + "}")),
                arguments("not yet valid", ours(claims().notBeforeTime(in(60)).build())));
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                arguments("alg none", new PlainJWT(claims().build()).serialize()),
                arguments("alg none with a signature", new PlainJWT(claims().build()).serialize() + "c2ln"),
                arguments(
                        "HS512 with our secret",
                        sign(claims().build(), JWSAlgorithm.HS384, SecuritySettings.STANDALONE_SECRET)),
                arguments("foreign secret", sign(claims().build(), JWSAlgorithm.HS256, FOREIGN_SECRET)),
                arguments("tampered", tampered()),
                arguments("without signature", ours(claims().build()).replaceAll("\\.[^.]*$", ".")),
                arguments(
                        "other type",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .type(new com.nimbusds.jose.JOSEObjectType("dpop+jwt"))
                                        .build(),
                                claims().build(),
                                SecuritySettings.STANDALONE_SECRET)),
                arguments(
                        "unknown critical header",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .criticalParams(java.util.Set.of("x"))
                                        .customParam("x", 1)
                                        .build(),
                                claims().build(),
                                SecuritySettings.STANDALONE_SECRET)),
                arguments("no subject", ours(claims().subject(null).build())),
                arguments("empty subject", ours(claims().subject("").build())),
                arguments("subject that is no id", ours(claims().subject("a:1").build())),
                arguments("subject ..", ours(claims().subject("..").build())),
                arguments("subject that is a list", raw("{\"sub\":[\"1\"],\"roles\":[\"CUSTOMER\"]}")),
                arguments(
                        "roles as a string",
                        ours(claims().claim("roles", "ADMIN").build())),
                arguments(
                        "roles as an object",
                        ours(claims().claim("roles", Map.of("a", "ADMIN")).build())),
                arguments(
                        "roles with a number",
                        ours(claims().claim("roles", List.of(1)).build())),
                arguments("roles with null", raw("{\"sub\":\"1\",\"roles\":[null]}")),
                arguments(
                        "tier that is a number", ours(claims().claim("tier", 1).build())),
                arguments(
                        "expiry that is a text", raw("{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"],\"exp\":\"tomorrow\"}")),
                arguments("claims that are no object", raw("[1]")),
                arguments("claims that are no JSON", raw("hello")),
                arguments("two parts", "a.b"),
                arguments("five parts", "a.b.c.d.e"),
                arguments("no base64", "!!!.???.###"),
                arguments("empty", ""),
                arguments("very long", "a".repeat(8_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badTokens", "badTimes"})
    void givenBadToken_whenAsked_thenUnauthenticated(String what, String token) {
        int before = things.made.get();
        // Twice: what was refused once must not be remembered as good.
        for (int i = 0; i < 2; i++) {
            Answer answer =
                    http.post(THING, VALID, "Authorization", "Bearer " + token).isProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(http.get(THING, "Authorization", "Bearer " + token).status())
                .as("a public endpoint ignores it")
                .isEqualTo(200);
        assertThat(things.made).as(what).hasValue(before);
    }

    @Test
    void givenGoodTokens_whenAsked_thenLetIn() {
        List<String> good = List.of(
                ours(claims().build()),
                ours(claims().expirationTime(in(-2)).build()),
                ours(claims().claim("roles", List.of("CUSTOMER", "SOMEBODY_ELSES"))
                        .build()),
                ours(claims().claim("tier", "VIP").build()),
                ours(claims().expirationTime(in(86_400)).build()),
                ours(claims().issueTime(in(0)).notBeforeTime(in(0)).build()),
                ending(Instant.now().getEpochSecond() + 3_600 + ".5"),
                raw("{\"sub\":1,\"roles\":[\"CUSTOMER\"],\"exp\":"
                        + (Instant.now().getEpochSecond() + 3_600) + "}"));
        for (String token : good) {
            assertThat(http.post(THING, VALID, "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(201);
            assertThat(http.post(THING, VALID, "Authorization", "bearer  " + token)
                            .status())
                    .isEqualTo(201);
        }
        Answer answer = http.get(THING + "/1", "Authorization", "Bearer " + good.get(3));
        assertThat(answer.json().path("note").asString()).isEqualTo("VIP");
    }

    @Test
    void givenNoToken_whenAsked_thenUnauthenticatedBeforeTheBodyIsLookedAt() {
        assertThat(http.post(THING, "not json")
                        .isProblem(401, "UNAUTHENTICATED")
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        http.post(THING, VALID, "Authorization", "Basic MTpwYXNzd29yZA==").isProblem(401, "UNAUTHENTICATED");
        http.post(THING, VALID, "Authorization", "Bearer").isProblem(401, "UNAUTHENTICATED");
        http.post(THING, VALID, "Cookie", "token=" + CUSTOMER).isProblem(401, "UNAUTHENTICATED");
        http.get(THING + "?access_token=" + CUSTOMER.substring(7)).status();
        http.post(THING + "?access_token=" + CUSTOMER.substring(7), VALID).isProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER,  201, 403, 200, 403, 403",
        "OPERATOR,  201, 200, 200, 403, 200",
        "AUDITOR,   403, 403, 200, 200, 200",
        "ADMIN,     201, 200, 200, 200, 200",
        ",          403, 403, 403, 403, 403"
    })
    void givenRole_whenEachEndpointIsAsked_thenOnlyItsOwn(
            String role, int customer, int operator, int any, int auditor, int staff) {
        Role[] roles = role == null ? new Role[0] : new Role[] {Role.valueOf(role)};
        String token = Http.bearer("1", roles);
        assertStatus(http.post(THING, VALID, "Authorization", token), customer);
        assertStatus(http.send("POST", THING + "/1/close", BodyPublishers.noBody(), "Authorization", token), operator);
        assertStatus(http.get(THING + "/1", "Authorization", token), any);
        assertStatus(http.get(THING + "/audit", "Authorization", token), auditor);
        assertStatus(http.get(THING + "/staff", "Authorization", token), staff);
        assertStatus(http.get(THING, "Authorization", token), 200);
    }

    private static void assertStatus(Answer answer, int status) {
        if (status == 403) {
            answer.isProblem(403, "FORBIDDEN");
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        }
    }

    @Test
    void givenOtherUsersId_whenPosted_thenOnlyAnOperatorMay() {
        String forTwo = VALID.replace("\"userId\":1", "\"userId\":2");
        int before = things.made.get();
        http.post(THING, forTwo, "Authorization", CUSTOMER).isProblem(403, "FORBIDDEN");
        assertThat(things.made).hasValue(before);
        assertThat(http.post(THING, forTwo, "Authorization", OPERATOR).status()).isEqualTo(201);
        assertThat(http.post(THING, forTwo, "Authorization", ADMIN).status()).isEqualTo(201);
    }

    @Test
    void givenPublicEndpoint_whenAskedWithAndWithoutToken_thenTheCallerIsKnownOrNot() {
        assertThat(http.get(THING + "/me").json().path("userId").asString()).isEqualTo("nobody");
        assertThat(http.get(THING + "/me", "Authorization", CUSTOMER)
                        .json()
                        .path("userId")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void givenAnyAnswer_whenLookedAt_thenHeadersAreSaneAndThereIsNoSession() {
        for (Answer answer : List.of(http.get(THING), http.get("/nope"), http.post(THING, VALID))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
        }
    }
}
