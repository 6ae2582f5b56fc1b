package io.firstcome.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to this machine: what HTTP clients are too slow for beside a server on the same cores. */
public final class Connection implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 8_192;
    private static final String LINE_END = "\r\n";
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;

    /**
     * An answer.
     *
     * @param header status line and headers, in lower case
     */
    public record Answer(int status, String header, String body) {

        boolean isLast() {
            return header.contains("\r\nconnection: close");
        }
    }

    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** The bytes of a request. An empty token, body or Idempotency-Key is left out. */
    public static byte[] request(String method, String path, String token, String json, String key) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n")
                + (json.isEmpty() ? "" : "Content-Type: application/json\r\n");
        return (head + "Content-Length: " + json.length() + "\r\n\r\n" + json).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IOException when no whole answer came
     */
    public Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String header = upTo("\r\n\r\n").toLowerCase(Locale.ROOT);
        int at = header.indexOf(LENGTH);
        String body;
        if (at >= 0) {
            int value = at + LENGTH.length();
            int length = Integer.parseInt(
                    header.substring(value, header.indexOf('\r', value)).strip());
            body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } else {
            body = header.contains("transfer-encoding: chunked") ? chunks() : "";
        }
        return new Answer(Integer.parseInt(header.substring(9, 12)), header, body);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
        int length;
        do {
            length = Integer.parseInt(upTo(LINE_END).strip(), 16);
            body.write(in.readNBytes(length));
            upTo(LINE_END);
        } while (length > 0);
        return body.toString(StandardCharsets.UTF_8);
    }

    private String upTo(String end) throws IOException {
        StringBuilder text = new StringBuilder(BUFFER / 16);
        while (text.length() < end.length() || text.indexOf(end, text.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
