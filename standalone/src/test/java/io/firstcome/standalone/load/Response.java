package io.firstcome.standalone.load;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 */
public record Response(int status, Map<String, String> headers, String body) {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern SERIAL = Pattern.compile("\"serial\":(\\d+)");

    /** The published code of a problem, or an empty text. */
    public String code() {
        Matcher matcher = CODE.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The serial of an issued coupon. */
    public int serial() {
        Matcher matcher = SERIAL.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("No serial in " + body);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
