package io.firstcome.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB 11.4 on 127.0.0.1 for whoever starts, watches and stops the process: how it is installed, its command line
 * and its JDBC URL.
 */
public final class MariaDbServer {
    /** The database that an installation creates, empty. */
    public static final String DATABASE = "firstcome";

    /**
     * Connector/J as MariaDB needs it (no information schema: it asks for what MariaDB has not), instants in UTC
     * whatever the zone of the machine, statements prepared on the client so that batches become multi-row inserts.
     */
    private static final String URL_OPTIONS = "?useInformationSchema=false&rewriteBatchedStatements=true"
            + "&cachePrepStmts=true&prepStmtCacheSize=256&prepStmtCacheSqlLimit=8192&useServerPrepStmts=false"
            + "&cacheServerConfiguration=true&useLocalSessionState=true&maintainTimeStats=false"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
            + "&characterEncoding=UTF-8&sslMode=DISABLED&tcpKeepAlive=true&connectTimeout=5000";

    private MariaDbServer() {}

    /**
     * The account of the application, which an installation creates.
     *
     * @param name letters, digits and underscores
     * @param password letters, digits, hyphens and underscores
     */
    public record Account(String name, String password) {
        public Account {
            if (!name.matches("\\w{1,32}") || !password.matches("[\\w-]{1,64}")) {
                throw new IllegalArgumentException("Not a name and a password: they become a part of an SQL statement");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes the data directory with that account and the empty database below {@code home}, unless it is there. */
    public static void install(Path home, MariaDbSettings settings, Account account) {
        MariaDbInstallation.ensure(MariaDbBinaries.baseDir(), home, settings, account);
    }

    /** The command line; durable at every commit. It has {@code home} in it. */
    public static List<String> command(Path home, int port, MariaDbSettings settings, int connections) {
        Path baseDir = MariaDbBinaries.baseDir();
        List<String> command = new ArrayList<>(List.of(
                MariaDbBinaries.server(baseDir).toString(),
                "--no-defaults",
                "--basedir=" + baseDir,
                dataOption(home),
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
                "--max-connections=" + connections,
                "--performance-schema=OFF",
                "--skip-name-resolve",
                // Its start would otherwise make keys for several seconds.
                "--skip-ssl",
                "--skip-log-bin"));
        command.addAll(asRoot());
        return command;
    }

    /** What the process needs in its environment. */
    public static Map<String, String> environment() {
        return MariaDbInstallation.environment(MariaDbBinaries.baseDir());
    }

    /** The JDBC URL of a database of that name, for MySQL's Connector/J. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + URL_OPTIONS;
    }

    /** Whether the server sends its greeting: it accepts connections earlier than it serves them. */
    public static boolean greets(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(5000);
            return socket.getInputStream().read() >= 0;
        }
    }

    /** The option that no other directory's server has. */
    static String dataOption(Path home) {
        return "--datadir=" + home.resolve("data");
    }

    /** MariaDB refuses to run as root unless told so. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
