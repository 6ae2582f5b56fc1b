package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.firstcome.command.waitingroom.lookup.Place;
import io.firstcome.command.waitingroom.lookup.PlaceStatus;
import io.firstcome.web.security.Role;
import io.firstcome.web.security.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we have signed is read as it was signed, and nothing else is read at all. */
class AdmissionTokensTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant EXPIRES = NOW.plusSeconds(3_600);
    private static final Admission ADMISSION = new Admission(ROOM, "anna", 7, EXPIRES);

    private final RoomSecrets secrets = secretsOf(SECRET);
    private final AdmissionTokens tokens = new AdmissionTokens(secrets);

    private static RoomSecrets secretsOf(String secret) {
        return RoomSecrets.of(new AdmissionProperties(secret, Duration.ofSeconds(1)), null);
    }

    private static Place place() {
        return new Place(PlaceStatus.ADMITTED, 0, 0, 300, 7, NOW.minusSeconds(60), NOW, EXPIRES, null);
    }

    /** The claims as we sign them. */
    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .audience(AdmissionTokens.AUDIENCE)
                .subject("anna")
                .claim("room", ROOM.value())
                .claim("admission", 7)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(EXPIRES));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return signed(JWSAlgorithm.HS256, AdmissionTokens.KEY_ID, secrets.admissionKey(), claims);
    }

    private static String signed(
            JWSAlgorithm algorithm, @Nullable String keyId, byte[] key, JWTClaimsSet.Builder claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .type(JOSEObjectType.JWT)
                    .keyID(keyId)
                    .build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Admission verify(JWTClaimsSet.Builder claims) {
        return tokens.verify(signed(claims));
    }

    @Test
    void givenAdmission_whenSigned_thenItIsVerifiedAsOftenAsAskedFor() {
        String token = tokens.sign(ROOM, "anna", place());

        assertThat(tokens.verify(token)).isEqualTo(ADMISSION);
        assertThat(tokens.verify(token)).isEqualTo(ADMISSION);
    }

    @Test
    void givenTwoNodes_whenTheySignTheSamePlace_thenItIsTheSameTextAndEachTakesIt() {
        AdmissionTokens other = new AdmissionTokens(secretsOf(SECRET));
        String token = tokens.sign(ROOM, "anna", place());

        assertThat(other.verify(token)).isEqualTo(ADMISSION);
        assertThat(other.sign(ROOM, "anna", place())).isEqualTo(token);
    }

    @Test
    void givenAdmission_whenSigned_thenItSaysWhatTheContractSays() throws ParseException {
        SignedJWT token = SignedJWT.parse(tokens.sign(ROOM, "anna", place()));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getHeader().getKeyID()).isEqualTo("admission-1");
        assertThat(token.getJWTClaimsSet().toJSONObject())
                .containsOnlyKeys("aud", "sub", "room", "admission", "iat", "exp")
                .containsEntry("aud", "firstcome-admission")
                .containsEntry("sub", "anna")
                .containsEntry("room", "drop-7")
                .containsEntry("exp", EXPIRES.getEpochSecond());
    }

    /** The control of all that follows: signed by hand like this, it is taken. */
    @Test
    void givenSameClaims_whenSignedByHand_thenItIsTaken() {
        assertThat(verify(claims())).isEqualTo(ADMISSION);
    }

    /** Whether it is over is not asked here: it is a question of the time. */
    @Test
    void givenAdmissionThatIsOver_whenVerified_thenItSaysSo() {
        assertThat(verify(claims().expirationTime(Date.from(NOW.minusSeconds(1)))))
                .isEqualTo(new Admission(ROOM, "anna", 7, NOW.minusSeconds(1)));
    }

    @Test
    void givenOtherKey_whenVerified_thenItIsNotOurs() {
        byte[] other = secretsOf("another secret of thirty-two bytes").admissionKey();

        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, AdmissionTokens.KEY_ID, other, claims())))
                .isNull();
    }

    @Test
    void givenNoSignature_whenVerified_thenItIsNotOurs() {
        assertThat(tokens.verify(new PlainJWT(claims().build()).serialize())).isNull();
        String[] parts = signed(claims()).split("\\.", -1);
        String none = encoded("{\"alg\":\"none\",\"kid\":\"admission-1\"}");

        assertThat(tokens.verify(none + "." + parts[1] + ".")).isNull();
        assertThat(tokens.verify(none + "." + parts[1] + "." + parts[2])).isNull();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isNull();
    }

    @Test
    void givenOtherAlgorithmWithTheSameKey_whenVerified_thenItIsNotOurs() {
        byte[] key = secrets.admissionKey();
        byte[] longer = new byte[64];
        System.arraycopy(key, 0, longer, 0, key.length);

        assertThat(tokens.verify(signed(JWSAlgorithm.HS384, AdmissionTokens.KEY_ID, longer, claims())))
                .isNull();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS512, AdmissionTokens.KEY_ID, longer, claims())))
                .isNull();
    }

    @Test
    void givenOtherOrNoKeyId_whenVerified_thenItIsNotOurs() {
        byte[] key = secrets.admissionKey();

        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, "admission-2", key, claims())))
                .isNull();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, null, key, claims())))
                .isNull();
    }

    @Test
    void givenOtherAudiences_whenVerified_thenItIsNoAdmission() {
        assertThat(verify(claims().audience("firstcome"))).isNull();
        assertThat(verify(claims().audience(List.of(AdmissionTokens.AUDIENCE, "firstcome"))))
                .isNull();
        assertThat(verify(claims().audience((String) null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "room", "admission", "exp", "aud"})
    void givenMissingClaim_whenVerified_thenItIsNoAdmission(String claim) {
        assertThat(verify(claims().claim(claim, null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a room", "a:b", "a/b", "é"})
    void givenRoomThatIsNoId_whenVerified_thenItIsNoAdmission(String room) {
        assertThat(verify(claims().claim("room", room))).isNull();
        assertThat(verify(claims().claim("room", "x".repeat(65)))).isNull();
    }

    @Test
    void givenClaimsOfOtherTypes_whenVerified_thenItIsNoAdmission() {
        assertThat(verify(claims().claim("room", 7))).isNull();
        assertThat(verify(claims().claim("admission", "seven"))).isNull();
        assertThat(verify(claims().claim("admission", List.of(7)))).isNull();
        assertThat(verify(claims().claim("exp", "tomorrow"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "a.b.c", "null", "Bearer x"})
    void givenTextThatIsNoToken_whenVerified_thenItIsNoAdmission(String text) {
        assertThat(tokens.verify(text)).isNull();
    }

    @Test
    void givenHugeText_whenVerified_thenItIsNoAdmission() {
        assertThat(tokens.verify("x".repeat(1_000_000))).isNull();
        assertThat(tokens.verify(signed(claims()) + "x".repeat(1_000_000))).isNull();
        assertThat(tokens.verify(encoded("[".repeat(100_000)) + "." + "e30" + "." + "e30"))
                .isNull();
    }

    @Test
    void givenChangedPayload_whenVerified_thenItIsNotOurs() {
        String token = tokens.sign(ROOM, "anna", place());
        assertThat(tokens.verify(token)).isNotNull();
        String[] parts = token.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = payload.replace("\"anna\"", "\"eve\"");
        assertThat(changed).isNotEqualTo(payload);

        assertThat(tokens.verify(parts[0] + "." + encoded(changed) + "." + parts[2]))
                .isNull();
    }

    /** Both are made of one secret, and neither passes for the other. */
    @Test
    void givenAccessToken_whenVerified_thenItIsNoAdmission() {
        TokenIssuer issuer = new TokenIssuer(SECRET, Clock.systemUTC(), Duration.ofHours(1));
        AdmissionTokens derived =
                new AdmissionTokens(RoomSecrets.of(new AdmissionProperties(null, Duration.ofSeconds(1)), issuer));

        assertThat(derived.verify(issuer.issue("anna", List.of(Role.CUSTOMER), null)))
                .isNull();
        assertThat(Objects.requireNonNull(derived.verify(derived.sign(ROOM, "anna", place())))
                        .userId())
                .isEqualTo("anna");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
