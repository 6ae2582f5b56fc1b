package io.firstcome.web.idempotency;

import io.firstcome.web.body.RepeatableRequest;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that its sender may repeat. A controller takes it as a nullable parameter: null without the header.
 *
 * <p>A header that is empty, longer than 255 characters, sent twice or not printable ASCII is answered with
 * {@code INVALID_IDEMPOTENCY_KEY}.
 */
public final class IdempotentRequest {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;

    private final String key;
    private final byte[] fingerprint;

    /** A request with this key and fingerprint. */
    public IdempotentRequest(String key, byte[] fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint.clone();
    }

    /**
     * What the sender of this request says about repeating it; null without the header.
     *
     * @throws ProblemException {@code INVALID_IDEMPOTENCY_KEY}
     */
    public static @Nullable IdempotentRequest of(HttpServletRequest request) throws IOException {
        Enumeration<String> values = request.getHeaders(HEADER);
        if (!values.hasMoreElements()) {
            return null;
        }
        String key = validKey(Collections.list(values));
        byte[] body = RepeatableRequest.bodyOf(request);
        return new IdempotentRequest(key, fingerprint(request.getMethod(), request.getRequestURI(), body));
    }

    private static String validKey(List<String> values) {
        if (values.size() != 1) {
            throw invalid("There must be one key.");
        }
        String key = values.getFirst().strip();
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw invalid("A key has 1 to " + MAX_LENGTH + " characters.");
        }
        if (!key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw invalid("A key has printable ASCII characters only.");
        }
        return key;
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemCode.INVALID_IDEMPOTENCY_KEY, detail);
    }

    private static byte[] fingerprint(String method, String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The {@code Idempotency-Key}: 1 to 255 printable ASCII characters. Keys are per user. */
    public String key() {
        return key;
    }

    /** SHA-256 over method, path and the body's bytes: 32 bytes. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public String toString() {
        return "IdempotentRequest[" + key + "]";
    }
}
