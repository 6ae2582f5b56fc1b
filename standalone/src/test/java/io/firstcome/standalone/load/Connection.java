package io.firstcome.standalone.load;

import io.firstcome.apicontract.ApiContract;
import io.firstcome.apicontract.Exchange;
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

/** One kept-alive HTTP/1.1 connection to this machine. */
public final class Connection implements Closeable {

    private final Socket socket;
    private final InputStream in;

    public Connection(int port, int timeoutMillis) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        in = new BufferedInputStream(socket.getInputStream(), 8192);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws IOException when no whole answer came; what the server did is then unknown
     */
    public Response exchange(Request request) throws IOException {
        socket.getOutputStream().write(request.bytes());
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
        Response response = new Response(
                Integer.parseInt(status.substring(9, 12)), headers, new String(body, StandardCharsets.UTF_8));
        check(request, response);
        return response;
    }

    /** Every answer is held to the document. */
    private static void check(Request request, Response response) {
        String[] first = request.head().split(" ", 3);
        ApiContract.approved()
                .check(new Exchange(first[0], first[1], response.status(), response.headers(), response.body()));
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
