package io.firstcome.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it was sent once, and what came back.
 *
 * @param begun when it was sent, by {@link System#nanoTime()}
 * @param ended when the answer was whole, or none could come
 * @param status 0: no whole answer came
 */
record Exchange(long begun, long ended, int status, String body) {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Set<String> ASK_AGAIN =
            Set.of("UNAVAILABLE", "OUTCOME_UNKNOWN", "IDEMPOTENCY_KEY_IN_USE", "TOO_MANY_REQUESTS");

    /** The published code of a problem, or an empty text. */
    String code() {
        Matcher matcher = CODE.matcher(body);
        return status >= 400 && matcher.find() ? matcher.group(1) : "";
    }

    /** A component of the answer. */
    String text(String name) {
        return new JsonMapper().readTree(body).path(name).asString();
    }

    boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    /** Whether the client knows what became of its request: it was done, or refused for good. */
    boolean isDecided() {
        return status != 0 && !ASK_AGAIN.contains(code()) && status < 500;
    }

    /** Whether the server may have done it although the client does not know. */
    boolean isUnknown() {
        return status == 0 || code().equals("OUTCOME_UNKNOWN");
    }

    Duration took() {
        return Duration.ofNanos(ended - begun);
    }
}
