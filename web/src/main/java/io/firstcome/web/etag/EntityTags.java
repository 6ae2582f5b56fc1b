package io.firstcome.web.etag;

import io.firstcome.web.json.ApiJson;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The ETag of what a GET shows: {@code "<version>-<hash of the body>"}.
 *
 * <p>The version alone says too little: time opens a sale, rejections are counted, and operators see more than customers,
 * all without an event. So the ETag covers every byte of the body.
 */
public final class EntityTags {

    private static final String ANY = "*";
    /** 96 bits: nobody meets another body of the same version with the same hash. */
    private static final int HASH_BYTES = 12;

    private EntityTags() {}

    /** The ETag of this body, with its quotes. */
    public static String of(long version, byte[] body) {
        byte[] digest = sha256().digest(body);
        byte[] hash = new byte[HASH_BYTES];
        System.arraycopy(digest, 0, hash, 0, HASH_BYTES);
        return '"' + Long.toString(version) + '-' + Base64.getUrlEncoder().encodeToString(hash) + '"';
    }

    /**
     * The answer to a GET: 200, or 304 when the client has it already. Of {@code If-None-Match} Spring compares the ETags,
     * each as a weak one; {@code *}, which Spring ignores for a GET, is any answer at all (RFC 9110, 13.1.2).
     *
     * @param version of the aggregate that is shown
     */
    public static <B> ResponseEntity<B> answer(HttpServletRequest request, long version, B body) {
        String tag = of(version, ApiJson.bytes(body));
        return hasAny(request)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(body);
    }

    private static boolean hasAny(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .anyMatch(value -> ANY.equals(value.strip()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
