package io.firstcome.web.security;

import io.firstcome.web.start.InvalidConfigurationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * How tokens are verified and issued: properties {@code firstcome.security.*}.
 *
 * @param jwtSecret the shared secret of HS256, at least 32 bytes; tokens can only be issued with one
 * @param jwksUri where the public keys of an identity provider are; goes before the secret
 * @param tokenLifetime how long an issued token is valid
 * @param maxTokenLifetime how far ahead the end of a token may be, whoever issued it; not less than {@code tokenLifetime}
 * @param clockSkew by how much clocks may differ
 * @param loginFailuresPerUser wrong passwords a minute of one username from one network address, before more are refused
 * @param loginFailuresPerAddress wrong passwords a minute of all usernames from one network address, or of one username from all
 *     addresses, before more go in single file
 * @param knownDeviceLifetime how long a device on which a user has logged in is known
 */
@ConfigurationProperties("firstcome.security")
public record SecuritySettings(
        @Nullable String jwtSecret,
        @Nullable URI jwksUri,
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("1d") Duration maxTokenLifetime,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("20") int loginFailuresPerUser,
        @DefaultValue("100") int loginFailuresPerAddress,
        @DefaultValue("90d") Duration knownDeviceLifetime) {

    /** The secret of a first look, documented and therefore no secret; only the profile {@code standalone} accepts it. */
    public static final String STANDALONE_SECRET = "firstcome-standalone-secret-do-not-use-elsewhere";

    /** The profile of the one-process run. */
    public static final String STANDALONE_PROFILE = "standalone";

    private static final int MIN_SECRET_BYTES = 32;

    /** The settings as given, before there are beans. */
    static SecuritySettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("firstcome.security", SecuritySettings.class);
    }

    /**
     * These settings, checked, and completed by the documented secret where the profile allows it.
     *
     * @throws InvalidConfigurationException when nobody could be told from anybody else with them
     */
    SecuritySettings checked(Environment environment) {
        boolean standalone = environment.acceptsProfiles(Profiles.of(STANDALONE_PROFILE));
        String secret = jwtSecret == null || jwtSecret.isBlank() ? null : jwtSecret;
        if (secret == null && jwksUri == null) {
            if (!standalone) {
                throw new InvalidConfigurationException(
                        "Set firstcome.security.jwt-secret or firstcome.security.jwks-uri."
                                + " Only the profile standalone has a secret of its own.");
            }
            secret = STANDALONE_SECRET;
        }
        if (secret != null && !standalone && secret.equals(STANDALONE_SECRET)) {
            throw new InvalidConfigurationException(
                    "firstcome.security.jwt-secret is the documented secret of the profile"
                            + " standalone, which everybody knows. Set another one.");
        }
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new InvalidConfigurationException(
                    "firstcome.security.jwt-secret must have at least " + MIN_SECRET_BYTES + " bytes.");
        }
        if (tokenLifetime.compareTo(maxTokenLifetime) > 0) {
            throw new InvalidConfigurationException(
                    "firstcome.security.token-lifetime is longer than firstcome.security.max-token-lifetime:"
                            + " no issued token would be valid.");
        }
        return new SecuritySettings(
                secret,
                jwksUri,
                tokenLifetime,
                maxTokenLifetime,
                clockSkew,
                loginFailuresPerUser,
                loginFailuresPerAddress,
                knownDeviceLifetime);
    }

    @Override
    public String toString() {
        return "SecuritySettings[jwksUri=" + jwksUri + ", tokenLifetime=" + tokenLifetime + "]";
    }
}
