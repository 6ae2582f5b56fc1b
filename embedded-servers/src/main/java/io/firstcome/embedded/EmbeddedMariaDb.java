package io.firstcome.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB 11.4 as a child process, durable at every commit, on a free port of 127.0.0.1.
 *
 * <p>Data, log and process id are below the directory given at the start. User and password are both
 * {@code firstcome}; the database {@code firstcome} exists and is empty at the first start. After a restart on the
 * same directory everything is there, on the same port if that is still free.
 */
public final class EmbeddedMariaDb implements TestDatabase, AutoCloseable {
    private static final String USER = "firstcome";
    private static final String PASSWORD = "firstcome";
    private static final MariaDbServer.Account ACCOUNT = new MariaDbServer.Account(USER, PASSWORD);
    private static final int CONNECTIONS = 200;

    private static final String NAME = "mariadb";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final int port;
    private final ServerSlot slot;
    private final AtomicInteger freshDatabases = new AtomicInteger();

    private EmbeddedMariaDb(int port, ServerSlot slot) {
        this.port = port;
        this.slot = slot;
    }

    /** Chooses the port, which fixes the JDBC URL; nothing runs before {@link #start()}. */
    public static EmbeddedMariaDb at(Path dir, MariaDbSettings settings) {
        return at(dir, settings, Watchdog.Manner.POLITELY);
    }

    /** {@link #at} and {@link #start()}. */
    public static EmbeddedMariaDb start(Path dir, MariaDbSettings settings) {
        return started(at(dir, settings));
    }

    static EmbeddedMariaDb start(Path dir, MariaDbSettings settings, Watchdog.Manner whenOrphaned) {
        return started(at(dir, settings, whenOrphaned));
    }

    private static EmbeddedMariaDb started(EmbeddedMariaDb database) {
        database.start();
        return database;
    }

    private static EmbeddedMariaDb at(Path dir, MariaDbSettings settings, Watchdog.Manner whenOrphaned) {
        Path home = dir.toAbsolutePath().normalize();
        int port = FreePort.remembered(home.resolve("mariadb.port"));
        return new EmbeddedMariaDb(port, new ServerSlot(() -> plan(home, port, settings, whenOrphaned)));
    }

    /** Ends the server that an earlier run may have left behind in the directory, before it is deleted. */
    public static void stopLeftBehind(Path dir) {
        Path home = dir.toAbsolutePath().normalize();
        StaleProcess.stop(home.resolve(NAME + ".pid"), marker(home));
    }

    private static ServerProcess.Plan plan(
            Path home, int port, MariaDbSettings settings, Watchdog.Manner whenOrphaned) {
        StaleProcess.stop(home.resolve(NAME + ".pid"), marker(home));
        MariaDbServer.install(home, settings, ACCOUNT);
        return new ServerProcess.Plan(
                NAME,
                home,
                MariaDbServer.command(home, port, settings, CONNECTIONS),
                MariaDbServer.environment(),
                marker(home),
                () -> MariaDbServer.greets(port),
                whenOrphaned);
    }

    private static String marker(Path home) {
        return MariaDbServer.dataOption(home);
    }

    /** The JDBC URL of the database {@code firstcome}, for MySQL's Connector/J. */
    public String jdbcUrl() {
        return jdbcUrl(MariaDbServer.DATABASE);
    }

    /** The JDBC URL of a database of that name on this server. */
    public String jdbcUrl(String database) {
        return MariaDbServer.jdbcUrl(port, database);
    }

    @Override
    public String username() {
        return USER;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    public int port() {
        return port;
    }

    /** The process id of the server, to be stopped, frozen or killed in tests. */
    public long pid() {
        return slot.pid();
    }

    @Override
    public String freshDatabase() {
        String name = MariaDbServer.DATABASE + "_" + freshDatabases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new EmbeddedServerException("Cannot create database " + name, e);
        }
    }

    /** From now on, a server that dies unasked is started again on the same port after that time. */
    public void reviveAfter(Duration delay) {
        slot.reviveAfter(delay);
    }

    /** Stops the server; {@link #start()} starts it again on the same port and data. */
    public void stop() {
        slot.stop(STOP_LIMIT);
    }

    /**
     * Installs if the directory is new, ends what an earlier run has left there, starts, and returns when it serves.
     * Does nothing when it runs.
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
