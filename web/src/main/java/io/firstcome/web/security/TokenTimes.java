package io.firstcome.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a token that has no end, has ended, ends too far ahead, or begins later than now.
 *
 * <p>Without an end a stolen token would be good for ever. The numbers are read as they are written: made into dates, a
 * large one overflows and may be any date.
 */
final class TokenTimes implements OAuth2TokenValidator<Jwt> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OAuth2TokenValidatorResult INVALID =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));

    private final Clock clock;
    private final double skew;
    private final double maxLifetime;

    TokenTimes(Clock clock, Duration skew, Duration maxLifetime) {
        this.clock = clock;
        this.skew = seconds(skew);
        this.maxLifetime = seconds(maxLifetime);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        double now = clock.millis() / 1e3;
        try {
            JsonNode claims = claimsOf(token.getTokenValue());
            JsonNode end = claims.path("exp");
            boolean valid = end.isNumber()
                    && end.asDouble() > now - skew
                    && end.asDouble() <= now + maxLifetime + skew
                    && isNotAfter(claims.path("nbf"), now + skew)
                    && isNotAfter(claims.path("iat"), now + skew);
            return valid ? OAuth2TokenValidatorResult.success() : INVALID;
        } catch (JacksonException e) {
            return INVALID;
        }
    }

    private static JsonNode claimsOf(String token) {
        int begin = token.indexOf('.') + 1;
        return JSON.readTree(Base64.getUrlDecoder().decode(token.substring(begin, token.indexOf('.', begin))));
    }

    private static boolean isNotAfter(JsonNode begin, double latest) {
        return begin.isMissingNode() || (begin.isNumber() && begin.asDouble() <= latest);
    }
}
