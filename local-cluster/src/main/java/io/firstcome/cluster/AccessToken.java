package io.firstcome.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes access tokens as an identity provider would: a JWT with HS256, valid for half a day. */
final class AccessToken {
    /** The roles that a token may have. */
    static final Set<String> ROLES = Set.of("CUSTOMER", "OPERATOR", "AUDITOR", "ADMIN");

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private AccessToken() {}

    /** @throws ClusterException when user or role are none */
    static String sign(String secret, String user, String role, Instant now) {
        if (!user.matches("[A-Za-z0-9._~-]{1,64}")) {
            throw new ClusterException("A user has 1 to 64 characters of A-Z a-z 0-9 . _ ~ -");
        }
        if (!ROLES.contains(role)) {
            throw new ClusterException("A role is one of "
                    + String.join(", ", ROLES.stream().sorted().toList()));
        }
        String claims = "{\"sub\":\"%s\",\"roles\":[\"%s\"],\"iat\":%d,\"exp\":%d}"
                .formatted(user, role, now.getEpochSecond(), now.plus(LIFETIME).getEpochSecond());
        String content = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
