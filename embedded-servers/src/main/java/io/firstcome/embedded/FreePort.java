package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds free ports on 127.0.0.1, and the same one again for the same directory when it is still free. They lie below those that
 * operating systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of these may be taken by
 * anybody's connection between the moment it was found free and the start of the server.
 */
public final class FreePort {
    static final int LOWEST = 10_000;
    static final int HIGHEST = 32_767;
    private static final int ATTEMPTS = 1_000;

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

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
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

    /** Any free port; nothing keeps it free until it is used. */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, HIGHEST + 1)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new EmbeddedServerException("No free port from " + LOWEST + " to " + HIGHEST));
    }
}
