package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds free ports on 127.0.0.1, and the same one again for the same directory when it is still free. */
final class FreePort {
    private FreePort() {}

    /** The port that was used last in this directory if it is free, else any free one; remembered in {@code file}. */
    static int remembered(Path file) {
        try {
            int port = Files.exists(file) ? lastUsed(file) : 0;
            if (port == 0 || !isFree(port)) {
                port = any();
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int lastUsed(Path file) throws IOException {
        try {
            int port = Integer.parseInt(Files.readString(file).trim());
            return port > 1023 && port < 65536 ? port : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
