package io.firstcome.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Issues access tokens: JWTs signed with the shared secret by HS256. There is a bean of it where there is a secret. */
public final class TokenIssuer {

    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final byte[] secret;
    private final MACSigner signer;
    private final Clock clock;
    private final Duration lifetime;

    /** An issuer with a secret of at least 32 bytes. */
    public TokenIssuer(String secret, Clock clock, Duration lifetime) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        try {
            this.signer = new MACSigner(this.secret);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret is too short for HS256", e);
        }
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** A token for this user, valid from now for {@link #lifetime()}. */
    public String issue(String userId, Collection<Role> roles, @Nullable String tier) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(userId)
                .claim("roles", roles.stream().map(Role::name).sorted().toList())
                .claim("tier", tier)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** How long a token is valid. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A key of 32 bytes for signing something else than tokens: neither can be taken for the other. */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("firstcome " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
