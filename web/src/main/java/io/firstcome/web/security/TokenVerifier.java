package io.firstcome.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.events.Ids;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Turns a bearer token into a caller.
 *
 * <p>A token that was verified once is remembered until it expires, so that the hot path compares a string instead of
 * computing a signature. A token that was refused is not remembered.
 */
final class TokenVerifier {

    /** Those who are active in the minutes of a sale. Each takes about half a kilobyte. */
    private static final int MAX_REMEMBERED = 200_000;

    private static final Duration MAX_AGE = Duration.ofHours(1);

    /** A verified token; {@code expiresAt} includes the clock skew. */
    private record Verified(Caller caller, Instant expiresAt) {}

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Duration clockSkew;
    private final Cache<String, Verified> remembered = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(MAX_AGE)
            .build();

    TokenVerifier(JwtDecoder decoder, Clock clock, Duration clockSkew) {
        this.decoder = decoder;
        this.clock = clock;
        this.clockSkew = clockSkew;
    }

    /**
     * The caller that {@code token} speaks for.
     *
     * @throws ProblemException {@code UNAUTHENTICATED} when the token is not valid now, {@code UNAVAILABLE} when the keys
     *     to verify it with can't be fetched
     */
    Caller verify(String token) {
        Verified verified = remembered.getIfPresent(token);
        if (verified == null) {
            verified = decode(token);
            remembered.put(token, verified);
        }
        if (!clock.instant().isBefore(verified.expiresAt())) {
            throw invalid();
        }
        return verified.caller();
    }

    private Verified decode(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt == null) {
                throw invalid();
            }
            return new Verified(caller(jwt), expiresAt.plus(clockSkew));
        } catch (BadJwtException e) {
            throw invalid();
        } catch (JwtException e) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "The keys to verify tokens with cannot be fetched.");
        }
    }

    private static Caller caller(Jwt jwt) {
        Object subject = jwt.getClaims().get("sub");
        Object tier = jwt.getClaims().get("tier");
        if (!(subject instanceof String userId) || !Ids.isAddressable(userId)) {
            throw invalid();
        }
        if (tier != null && !(tier instanceof String)) {
            throw invalid();
        }
        return new Caller(userId, roles(jwt.getClaims().get("roles")), (String) tier);
    }

    /** A role that we do not know is somebody else's and grants nothing; a claim of another shape is refused. */
    private static Set<Role> roles(@Nullable Object claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (claim == null) {
            return roles;
        }
        if (!(claim instanceof List<?> names)) {
            throw invalid();
        }
        for (Object name : names) {
            if (!(name instanceof String text)) {
                throw invalid();
            }
            Role role = Role.byName(text);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    static ProblemException invalid() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED, "The access token is not valid, or has expired.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
