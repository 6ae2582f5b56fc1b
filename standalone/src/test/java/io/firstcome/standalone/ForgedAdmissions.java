package io.firstcome.standalone;

import io.firstcome.web.security.SecuritySettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Admissions that the server has not signed, made of one that it has. */
final class ForgedAdmissions {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] TOKEN_KEY = SecuritySettings.STANDALONE_SECRET.getBytes(StandardCharsets.UTF_8);

    /** The server's own key: with it, the tests prove that only the signature was wrong. */
    private static final byte[] KEY =
            mac("HmacSHA256", mac("HmacSHA256", TOKEN_KEY, "firstcome admission"), "admission");

    private final String genuine;
    private final String header;
    private final String claims;

    ForgedAdmissions(String genuine) {
        this.genuine = genuine;
        String[] parts = genuine.split("\\.", -1);
        header = decode(parts[0]);
        claims = decode(parts[1]);
    }

    /** The server's header and claims, signed by the server's key: the positive control. */
    String signedAsTheServerDoes() {
        return sign("HmacSHA256", KEY, header, claims);
    }

    /** Well signed, with other claims. */
    String withClaims(String pattern, String replacement) {
        String changed = claims.replaceFirst(pattern, replacement);
        if (changed.equals(claims)) {
            throw new IllegalArgumentException(pattern + " is not in " + claims);
        }
        return sign("HmacSHA256", KEY, header, changed);
    }

    /** What no room takes from anybody, by what is wrong with it. */
    Map<String, String> invalid() {
        String signature = genuine.substring(genuine.lastIndexOf('.'));
        String content = genuine.substring(0, genuine.lastIndexOf('.'));
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("another key", sign("HmacSHA256", new byte[32], header, claims));
        forged.put("the key of access tokens", sign("HmacSHA256", TOKEN_KEY, header, claims));
        forged.put(
                "the key that the key is made of",
                sign("HmacSHA256", mac("HmacSHA256", TOKEN_KEY, "firstcome admission"), header, claims));
        forged.put("no algorithm", unsigned("{\"alg\":\"none\"}"));
        forged.put("no algorithm, with our key id", unsigned(header.replace("HS256", "none")));
        forged.put("no algorithm, with a signature", encode(header.replace("HS256", "none")) + rest());
        forged.put("HS512", sign("HmacSHA512", KEY, header.replace("HS256", "HS512"), claims));
        forged.put("HS512 by HMAC-SHA256", sign("HmacSHA256", KEY, header.replace("HS256", "HS512"), claims));
        forged.put("RS256", encode(header.replace("HS256", "RS256")) + rest());
        forged.put("no key id", sign("HmacSHA256", KEY, header.replaceFirst("\"kid\":\"[^\"]*\",?", ""), claims));
        forged.put("another key id", sign("HmacSHA256", KEY, header.replace("admission-1", "admission-2"), claims));
        forged.put("another audience", withClaims("\"firstcome-admission\"", "\"firstcome\""));
        forged.put("two audiences", withClaims("\"firstcome-admission\"", "[\"firstcome-admission\",\"firstcome\"]"));
        forged.put("no room", withClaims("\"room\"", "\"hall\""));
        forged.put("no number", withClaims("\"admission\":", "\"number\":"));
        forged.put("no end", withClaims("\"exp\"", "\"end\""));
        forged.put("a number as text", withClaims("\"admission\":(\\d+)", "\"admission\":\"$1\""));
        forged.put("another user, the old signature", encode(header) + "." + encode(otherUser()) + signature);
        forged.put("no signature", content + ".");
        forged.put("two parts", content);
        forged.put("a signature that is cut off", genuine.substring(0, genuine.length() - 2));
        forged.put("a signature that is longer", genuine + "AA");
        forged.put("garbage", "garbage");
        forged.put("dots", "..");
        forged.put("5,000 characters", genuine + "A".repeat(5_000));
        forged.put("5,000 characters of a user", withClaims("\"sub\":\"", "\"sub\":\"" + "x".repeat(5_000)));
        return forged;
    }

    private String otherUser() {
        return claims.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody\"");
    }

    private String unsigned(String wanted) {
        return encode(wanted) + "." + encode(claims) + ".";
    }

    private String rest() {
        return genuine.substring(genuine.indexOf('.'));
    }

    private static String sign(String algorithm, byte[] key, String header, String claims) {
        String content = encode(header) + "." + encode(claims);
        return content + "." + BASE64.encodeToString(mac(algorithm, key, content));
    }

    private static byte[] mac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
