package io.firstcome.command.payment.gateway;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What came back over HTTP. */
sealed interface Reply {

    /** A code as the contract writes them: it is stored in an event, so nothing else gets there. */
    Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Nothing, or nothing whole. */
    record NoAnswer(String code) implements Reply {}

    /** @param body an empty object when it was no JSON object */
    record Success(JsonNode body) implements Reply {}

    /** @param code that of the body; without one, the status */
    record Failure(int status, String code) implements Reply {}

    static Reply of(int status, JsonNode body) {
        if (status >= 200 && status < 300) {
            return new Success(body);
        }
        String code = body.path("code").asString("");
        return new Failure(status, CODE.matcher(code).matches() ? code : "HTTP_" + status);
    }
}
