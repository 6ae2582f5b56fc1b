package io.firstcome.benchmarks.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Admissions to a waiting room for a day, signed as the one-process run signs them. A room would need hours to admit as many
 * users as a run has.
 *
 * <p>Their numbers are higher than any that the room has given, so the gate takes them for admissions that it has not heard of yet.
 */
public final class Admissions {

    private static final String PURPOSE = "admission";
    private static final String AUDIENCE = "firstcome-admission";
    private static final int FIRST = 1_000_000;
    private static final Duration VALID = Duration.ofDays(1);
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID("admission-1")
            .build();

    private Admissions() {}

    /**
     * Writes one for each of the first users, a line each in their order.
     *
     * @return the file
     */
    public static Path write(Path file, Users users, int count, String room) {
        try (BufferedReader in = Files.newBufferedReader(users.file());
                BufferedWriter out = Files.newBufferedWriter(file)) {
            MACSigner signer = new MACSigner(key());
            Instant now = Instant.now();
            for (int i = 0; i < count; i++) {
                String line = Objects.requireNonNull(in.readLine(), "There are fewer users");
                out.write(sign(signer, room, line.substring(0, line.indexOf(' ')), FIRST + i, now) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    /** The key that the server makes of the secret of its access tokens when it has no other one. */
    private static byte[] key() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Tokens.ISSUER.keyFor(PURPOSE), "HmacSHA256"));
        return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(MACSigner signer, String room, String userId, int number, Instant now)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .audience(AUDIENCE)
                        .subject(userId)
                        .claim("room", room)
                        .claim("admission", number)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .build());
        token.sign(signer);
        return token.serialize();
    }
}
