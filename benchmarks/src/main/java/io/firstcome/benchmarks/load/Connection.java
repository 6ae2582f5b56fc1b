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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection to this machine, for one thread. When the server says that it closes it, as it does after a 503, the
 * next request goes over a new one.
 */
public final class Connection implements Closeable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    public Connection(int port) throws IOException {
        this.port = port;
        socket = open(port);
        in = read(socket);
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static InputStream read(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 8192);
    }

    private void reopen() throws IOException {
        socket.close();
        socket = open(port);
        in = read(socket);
        closing = false;
    }

    /** The bytes of a request. An empty token or body is left out. */
    public static byte[] request(String method, String path, String token, String json) {
        return request(method, path, token, json, "");
    }

    /** The same with an Idempotency-Key, unless that is empty. */
    public static byte[] request(String method, String path, String token, String json, String key) {
        StringBuilder request = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!token.isEmpty()) {
            request.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!key.isEmpty()) {
            request.append("Idempotency-Key: ").append(key).append("\r\n");
        }
        if (!json.isEmpty()) {
            request.append("Content-Type: application/json\r\n");
        }
        return request.append("Content-Length: ")
                .append(json.length())
                .append("\r\n\r\n")
                .append(json)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws IOException when no whole answer came; what the server did is then unknown
     */
    public Answer exchange(byte[] request) throws IOException {
        if (closing) {
            reopen();
        }
        socket.getOutputStream().write(request);
        String status = line();
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        closing = "close".equals(headers.get("connection"));
        return new Answer(Integer.parseInt(status.substring(9, 12)), headers, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
