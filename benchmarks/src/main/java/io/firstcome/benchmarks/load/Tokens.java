package io.firstcome.benchmarks.load;

import io.firstcome.web.security.SecuritySettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes access tokens as an identity provider would: HS256 with the documented secret, valid for a day. */
public final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final int LIFETIME_SECONDS = 86_400;

    public static final String OPERATOR = new Tokens().token("operator", "OPERATOR");
    public static final String AUDITOR = new Tokens().token("auditor", "AUDITOR");

    private final Mac mac;
    private final long now = Instant.now().getEpochSecond();

    /** For one thread. */
    public Tokens() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    SecuritySettings.STANDALONE_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    /** A token of a customer. */
    public String customer(String userId) {
        return token(userId, "CUSTOMER");
    }

    private String token(String userId, String role) {
        String content = HEADER + "."
                + encode("{\"sub\":\"" + userId + "\",\"roles\":[\"" + role + "\"],\"iat\":" + now + ",\"exp\":"
                        + (now + LIFETIME_SECONDS) + "}");
        return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
