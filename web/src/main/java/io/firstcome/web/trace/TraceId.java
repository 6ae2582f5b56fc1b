package io.firstcome.web.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace id of the request that this thread works for: 32 lower-case hexadecimal digits, as in W3C Trace Context. */
public final class TraceId {

    /** The key in the logging context (MDC). */
    public static final String MDC_KEY = "traceId";

    /** The response header that tells it to the client. */
    public static final String RESPONSE_HEADER = "X-Trace-Id";

    private TraceId() {}

    /** The current trace id; outside of a request a new one each time. */
    public static String current() {
        String current = MDC.get(MDC_KEY);
        return current != null ? current : next();
    }

    /** A new random trace id. */
    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex(random.nextLong() | 1) + hex(random.nextLong());
    }

    /** The trace id of a {@code traceparent} header, or null when it is not one. */
    static @Nullable String fromTraceparent(@Nullable String header) {
        if (header == null || header.length() < 55 || header.charAt(2) != '-' || header.charAt(35) != '-') {
            return null;
        }
        String id = header.substring(3, 35);
        boolean zero = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!HexFormat.isHexDigit(c) || (c >= 'A' && c <= 'F')) {
                return null;
            }
            zero &= c == '0';
        }
        return zero ? null : id;
    }

    /** Sixteen hexadecimal digits. */
    static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
