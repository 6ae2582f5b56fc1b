package io.firstcome.command.payment.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Answers every connection with the same bytes, whatever they are, and keeps what it was asked. */
final class RawServer implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final @Nullable String answer;
    private final CountDownLatch release = new CountDownLatch(1);
    private final boolean hangs;

    /**
     * @param answer null: the connection is closed without one
     * @param hangs whether the connection stays open after the answer
     */
    RawServer(@Nullable String answer, boolean hangs) {
        this.answer = answer;
        this.hangs = hangs;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static String http(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            byte[] buffer = new byte[8_192];
            int length = in.read(buffer);
            requests.add(new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8));
            if (answer != null) {
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            }
            if (hangs) {
                release.await();
            }
        } catch (IOException gone) {
            // The client has given up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
