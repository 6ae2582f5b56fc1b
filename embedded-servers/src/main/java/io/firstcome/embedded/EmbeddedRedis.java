package io.firstcome.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Redis 6.2 as a child process on a free port of 127.0.0.1, without a password and without persistence: it holds
 * only what can be computed again. It never evicts a key by itself.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String NAME = "redis";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final ServerSlot slot;

    private EmbeddedRedis(int port, ServerSlot slot) {
        this.port = port;
        this.slot = slot;
    }

    /** Chooses the port; nothing runs before {@link #start()}. */
    public static EmbeddedRedis at(Path dir) {
        return at(dir, Watchdog.Manner.POLITELY);
    }

    /** {@link #at} and {@link #start()}. */
    public static EmbeddedRedis start(Path dir) {
        return start(dir, Watchdog.Manner.POLITELY);
    }

    static EmbeddedRedis start(Path dir, Watchdog.Manner whenOrphaned) {
        EmbeddedRedis redis = at(dir, whenOrphaned);
        redis.start();
        return redis;
    }

    private static EmbeddedRedis at(Path dir, Watchdog.Manner whenOrphaned) {
        Path home = dir.toAbsolutePath().normalize();
        int port = FreePort.remembered(home.resolve("redis.port"));
        return new EmbeddedRedis(port, new ServerSlot(() -> plan(home, port, whenOrphaned)));
    }

    /** Ends the server that an earlier run may have left behind in the directory, before it is deleted. */
    public static void stopLeftBehind(Path dir) {
        Path home = dir.toAbsolutePath().normalize();
        StaleProcess.stop(home.resolve(NAME + ".pid"), marker(home));
    }

    private static ServerProcess.Plan plan(Path home, int port, Watchdog.Manner whenOrphaned) {
        return new ServerProcess.Plan(
                NAME, home, command(home, port), Map.of(), marker(home), () -> answers(port), whenOrphaned);
    }

    /** The server's program, which is Sentinel too: for whoever starts it by himself. */
    public static Path executable() {
        return RedisBinary.executable();
    }

    private static String marker(Path home) {
        return "--dir " + home;
    }

    private static List<String> command(Path home, int port) {
        return List.of(
                RedisBinary.executable().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                home.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "512mb",
                "--maxmemory-policy",
                "noeviction",
                // Keeps the command line, by which a server that was left behind is recognised.
                "--set-proc-title",
                "no");
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(PING);
            return socket.getInputStream().read() == '+';
        }
    }

    public int port() {
        return port;
    }

    /** The process id of the server, to be stopped, frozen or killed in tests. */
    public long pid() {
        return slot.pid();
    }

    /** From now on, a server that dies unasked is started again, empty, on the same port after that time. */
    public void reviveAfter(Duration delay) {
        slot.reviveAfter(delay);
    }

    /** Stops the server; {@link #start()} starts it again, empty, on the same port. */
    public void stop() {
        slot.stop(STOP_LIMIT);
    }

    /**
     * Ends what an earlier run has left in the directory, starts, and returns when it serves. Does nothing when it
     * runs.
     *
     * @throws EmbeddedServerException when it does not start; the message has the end of its log
     */
    public void start() {
        slot.start();
    }

    @Override
    public void close() {
        stop();
    }
}
