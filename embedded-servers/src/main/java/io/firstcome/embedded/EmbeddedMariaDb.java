package io.firstcome.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB 11.4 as a child process, durable at every commit, on a free port of 127.0.0.1.
 *
 * <p>Data, log and process id are below the directory given at the start. User and password are both
 * {@code firstcome}; the database {@code firstcome} exists and is empty at the first start. After a restart on the
 * same directory everything is there, on the same port if that is still free.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    static final String DATABASE = "firstcome";
    static final String USER = "firstcome";
    static final String PASSWORD = "firstcome";

    /**
     * Connector/J as MariaDB needs it (no information schema: it asks for what MariaDB has not), instants in UTC
     * whatever the zone of the machine, statements prepared on the client so that batches become multi-row inserts.
     */
    private static final String URL_OPTIONS = "?useInformationSchema=false&rewriteBatchedStatements=true"
            + "&cachePrepStmts=true&prepStmtCacheSize=256&prepStmtCacheSqlLimit=8192&useServerPrepStmts=false"
            + "&cacheServerConfiguration=true&useLocalSessionState=true&maintainTimeStats=false"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
            + "&characterEncoding=UTF-8&sslMode=DISABLED&tcpKeepAlive=true&connectTimeout=5000";

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
        Path baseDir = MariaDbBinaries.baseDir();
        StaleProcess.stop(home.resolve(NAME + ".pid"), marker(home));
        MariaDbInstallation.ensure(baseDir, home, settings);
        return new ServerProcess.Plan(
                NAME,
                home,
                command(baseDir, home, port, settings),
                MariaDbInstallation.environment(baseDir),
                marker(home),
                () -> greets(port),
                whenOrphaned);
    }

    private static String marker(Path home) {
        return "--datadir=" + home.resolve("data");
    }

    private static List<String> command(Path baseDir, Path home, int port, MariaDbSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                MariaDbBinaries.server(baseDir).toString(),
                "--no-defaults",
                "--basedir=" + baseDir,
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("data"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data directory: an absolute one soon exceeds the 108 bytes of a socket's path.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMb() + "M",
                "--innodb-log-file-size=" + settings.redoLogMb() + "M",
                "--transaction-isolation=READ-COMMITTED",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--performance-schema=OFF",
                "--skip-name-resolve",
                // Its start would otherwise make keys for several seconds.
                "--skip-ssl",
                "--skip-log-bin"));
        command.addAll(asRoot());
        return command;
    }

    /** MariaDB refuses to run as root unless told so. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** Whether the server sends its greeting: it accepts connections earlier than it serves them. */
    private static boolean greets(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(5000);
            return socket.getInputStream().read() >= 0;
        }
    }

    /** The JDBC URL of the database {@code firstcome}, for MySQL's Connector/J. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The JDBC URL of a database of that name on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + URL_OPTIONS;
    }

    public String username() {
        return USER;
    }

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

    /** Creates a database that nobody has used and returns its JDBC URL. */
    public String freshDatabase() {
        String name = DATABASE + "_" + freshDatabases.incrementAndGet();
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
