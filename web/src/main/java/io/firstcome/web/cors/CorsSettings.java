package io.firstcome.web.cors;

import io.firstcome.web.start.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages may call the API from a browser: properties {@code firstcome.cors.*}.
 *
 * @param allowedOrigins origins such as {@code https://shop.example}, or {@code *} for all; none: CORS is closed
 * @param allowCredentials whether a browser may send the login's cookie along; not with {@code *}
 * @param maxAge how long a browser may keep the answer to a preflight
 */
@ConfigurationProperties("firstcome.cors")
public record CorsSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("false") boolean allowCredentials,
        @DefaultValue("10m") Duration maxAge) {

    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[a-z0-9.:\\[\\]-]*[a-z0-9\\]]");

    /** @throws InvalidConfigurationException when an origin is none, or everybody would get in with a cookie */
    public CorsSettings {
        allowedOrigins = allowedOrigins.stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String origin : allowedOrigins) {
            if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
                throw new InvalidConfigurationException(
                        "firstcome.cors.allowed-origins has origins such as https://shop.example,"
                                + " without a path or a slash at the end, not " + origin);
            }
        }
        if (allowCredentials && allowedOrigins.contains(ANY)) {
            throw new InvalidConfigurationException("firstcome.cors.allow-credentials needs origins by name, not *.");
        }
    }

    boolean isOpen() {
        return !allowedOrigins.isEmpty();
    }

    boolean isOpenToAll() {
        return allowedOrigins.contains(ANY);
    }

    boolean allows(String origin) {
        return isOpenToAll() || allowedOrigins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
