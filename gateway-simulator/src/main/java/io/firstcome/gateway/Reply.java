package io.firstcome.gateway;

import java.time.Duration;
import java.util.Map;

/**
 * What a call is answered with.
 *
 * @param delay how long the answer lets wait for itself
 * @param cut whether the connection is cut instead
 */
record Reply(int status, String body, Duration delay, boolean cut) {

    static Reply ok(Object body) {
        return new Reply(200, Json.text(body), Duration.ZERO, false);
    }

    static Reply error(int status, String code, String message) {
        return new Reply(status, Json.text(Map.of("code", code, "message", message)), Duration.ZERO, false);
    }

    /** With the status that the contract gives to the code. */
    static Reply error(String code, String message) {
        return error(ErrorCodes.statusOf(code), code, message);
    }

    Reply after(Duration time) {
        return new Reply(status, body, time, cut);
    }

    Reply lost() {
        return new Reply(status, body, delay, true);
    }
}
