package io.firstcome.standalone.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it goes over the wire.
 *
 * @param head request line and headers with the empty line after them
 */
public record Request(String head, String body) {

    public static Request get(String path, String token) {
        return of("GET", path, token, Map.of(), "");
    }

    public static Request post(String path, String token, String json) {
        return of("POST", path, token, Map.of(), json);
    }

    public static Request of(String method, String path, String token, Map<String, String> headers, String json) {
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!json.isEmpty() && !headers.containsKey("Content-Type")) {
            head.append("Content-Type: application/json\r\n");
        }
        head.append("Content-Length: ")
                .append(json.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n");
        return new Request(head.toString(), json);
    }

    byte[] bytes() {
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
