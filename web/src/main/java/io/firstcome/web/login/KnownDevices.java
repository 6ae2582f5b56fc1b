package io.firstcome.web.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Tells a device on which a user has logged in from one of a stranger, by a signed cookie. It opens nothing: whoever has it still
 * needs the password, and is only not braked by the failures of others.
 *
 * <p>The cookie is {@code id.expiry.signature}; the signature is over the username, too, which is not in it. Every node with the same
 * secret knows it, and nothing is stored.
 */
final class KnownDevices {

    static final String COOKIE = "firstcome-device";

    private static final String PATH = "/api/v1/auth/token";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(byte[] key, Clock clock, Duration lifetime) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** The id of the device, if this user has logged in on it; null for every other. */
    @Nullable
    String find(HttpServletRequest request, String username) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return idIn(cookie.getValue(), username);
                }
            }
        }
        return null;
    }

    private @Nullable String idIn(String value, String username) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3 || !isNow(parts[1])) {
            return null;
        }
        byte[] given = parts[2].getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(parts[0], parts[1], username).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) ? parts[0] : null;
    }

    private boolean isNow(String expiry) {
        return expiry.matches("[0-9]{1,12}")
                && Long.parseLong(expiry) > clock.instant().getEpochSecond();
    }

    /** A cookie for the device on which this user has just logged in. */
    ResponseCookie cookie(HttpServletRequest request, String username) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = BASE64.encodeToString(bytes);
        String expiry = Long.toString(clock.instant().plus(lifetime).getEpochSecond());
        return ResponseCookie.from(COOKIE, id + "." + expiry + "." + signature(id, expiry, username))
                .path(PATH)
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
    }

    private String signature(String id, String expiry, String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // Neither an id nor an expiry has a dot.
            return BASE64.encodeToString(
                    mac.doFinal((id + "." + expiry + "." + username).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
