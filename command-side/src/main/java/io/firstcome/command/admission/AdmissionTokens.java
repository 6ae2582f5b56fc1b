package io.firstcome.command.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.firstcome.command.waitingroom.lookup.Place;
import io.firstcome.events.Ids;
import io.firstcome.events.waitingroom.RoomId;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies admissions: JWTs by HS256 with a key, a key id and an audience of their own, so that no access token is one.
 *
 * <p>An admission says what its event says and nothing else, so each node signs the same one, and nothing has to be kept. One that was
 * verified is remembered, so that the next request with it compares a string: what it says never changes, and whether it is still good
 * is asked each time.
 */
public final class AdmissionTokens {

    /** The {@code aud} of admissions. */
    static final String AUDIENCE = "firstcome-admission";

    /** The {@code kid} of admissions. */
    static final String KEY_ID = "admission-1";

    private static final String ROOM = "room";
    private static final String NUMBER = "admission";
    private static final int MOST_REMEMBERED = 100_000;
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(KEY_ID)
            .build();

    /** What all of ours begin with: one with another header was not signed here. */
    private static final String BEGINNING = HEADER.toBase64URL() + ".";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Cache<String, Admission> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    AdmissionTokens(RoomSecrets secrets) {
        try {
            signer = new MACSigner(secrets.admissionKey());
            verifier = new MACVerifier(secrets.admissionKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("The key has 32 bytes", e);
        }
    }

    /** The admission of a user who is let in. */
    public String sign(RoomId room, String userId, Place place) {
        // As exact as a token says it.
        Instant expiresAt = Objects.requireNonNull(place.expiresAt()).truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(userId)
                .claim(ROOM, room.value())
                .claim(NUMBER, place.admission())
                .issueTime(Date.from(Objects.requireNonNull(place.admittedAt())))
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("An admission could not be signed", e);
        }
        String signed = token.serialize();
        // Its user asks for it at the node at which it will be used, most often.
        verified.put(signed, new Admission(room, userId, place.admission(), expiresAt));
        return signed;
    }

    /** What an admission says; null when we have not signed it. */
    @Nullable
    Admission verify(String token) {
        Admission known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Admission read = read(token);
        if (read != null) {
            verified.put(token, read);
        }
        return read;
    }

    private @Nullable Admission read(String token) {
        try {
            int end = token.lastIndexOf('.');
            if (end < BEGINNING.length() || !isOurs(token, end)) {
                return null;
            }
            JWTClaimsSet claims =
                    JWTClaimsSet.parse(new Base64URL(token.substring(BEGINNING.length(), end)).decodeToString());
            String room = claims.getStringClaim(ROOM);
            Integer number = claims.getIntegerClaim(NUMBER);
            Date expiresAt = claims.getExpirationTime();
            if (!claims.getAudience().equals(List.of(AUDIENCE))
                    || claims.getSubject() == null
                    || room == null
                    || !Ids.isValid(room)
                    || number == null
                    || expiresAt == null) {
                return null;
            }
            return new Admission(new RoomId(room), claims.getSubject(), number, expiresAt.toInstant());
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Whatever a client has made up.
            return null;
        }
    }

    /** @param end of what is signed */
    private boolean isOurs(String token, int end) throws JOSEException {
        return token.startsWith(BEGINNING)
                && verifier.verify(
                        HEADER,
                        token.substring(0, end).getBytes(StandardCharsets.UTF_8),
                        new Base64URL(token.substring(end + 1)));
    }
}
