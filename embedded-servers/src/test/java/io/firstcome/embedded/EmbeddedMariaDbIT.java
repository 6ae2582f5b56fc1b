package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
    @Test
    void givenRunningServer_whenSettingsAreRead_thenCommitsAreDurableAndIsolationIsReadCommitted() throws SQLException {
        EmbeddedMariaDb database = TestServers.mariaDb();

        assertThat(ask(database.jdbcUrl(), "SELECT @@innodb_flush_log_at_trx_commit"))
                .isEqualTo("1");
        assertThat(ask(database.jdbcUrl(), "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(ask(database.jdbcUrl(), "SELECT @@max_allowed_packet")).isEqualTo("67108864");
        assertThat(ask(database.jdbcUrl(), "SELECT @@character_set_server")).isEqualTo("utf8mb4");
        assertThat(ask(database.jdbcUrl(), "SELECT @@max_connections")).isEqualTo("200");
        assertThat(ask(database.jdbcUrl(), "SELECT @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(ask(database.jdbcUrl(), "SELECT @@session.time_zone")).isEqualTo("+00:00");
        assertThat(ask(database.jdbcUrl(), "SELECT @@log_bin")).isEqualTo("0");
        assertThat(ask(database.jdbcUrl(), "SELECT VERSION()")).startsWith("11.4");
    }

    @Test
    void givenSharedServer_whenTwoDatabasesAreAskedFor_thenTheyAreEmptyAndApart() throws SQLException {
        String first = TestServers.mariaDb().freshDatabase();
        String second = TestServers.mariaDb().freshDatabase();

        execute(first, "CREATE TABLE t (id INT PRIMARY KEY)");

        assertThat(ask(first, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isEqualTo("1");
        assertThat(ask(second, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isEqualTo("0");
    }

    @Test
    void givenStoredRow_whenServerIsStoppedAndStartedAnew_thenRowAndPortAreTheSame(@TempDir Path dir) throws Exception {
        int port;
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST)) {
            port = database.port();
            execute(database.jdbcUrl(), "CREATE TABLE t (name VARCHAR(20))");
            execute(database.jdbcUrl(), "INSERT INTO t VALUES ('한국')");
            database.stop();
            database.start();
            assertThat(ask(database.jdbcUrl(), "SELECT name FROM t")).isEqualTo("한국");
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST)) {
            assertThat(database.port()).isEqualTo(port);
            assertThat(ask(database.jdbcUrl(), "SELECT name FROM t")).isEqualTo("한국");
        }
    }

    @Test
    void givenServerLeftBehind_whenStartedOnTheSameDirectory_thenItIsReplacedAndDataIsThere(@TempDir Path dir)
            throws Exception {
        EmbeddedMariaDb leftBehind = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST);
        long stalePid = leftBehind.pid();
        execute(leftBehind.jdbcUrl(), "CREATE TABLE t (id INT)");
        execute(leftBehind.jdbcUrl(), "INSERT INTO t VALUES (7)");

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST)) {
            assertThat(ProcessHandle.of(stalePid)).isEmpty();
            assertThat(database.pid()).isNotEqualTo(stalePid);
            assertThat(ask(database.jdbcUrl(), "SELECT id FROM t")).isEqualTo("7");
        }
    }

    @Test
    void givenPidFileOfAnotherProcess_whenStarted_thenThatProcessIsLeftAlone(@TempDir Path dir) throws Exception {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(dir.resolve("mariadb.pid"), Long.toString(bystander.pid()));
            try (EmbeddedMariaDb database = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST)) {
                assertThat(ask(database.jdbcUrl(), "SELECT 1")).isEqualTo("1");
                assertThat(bystander.isAlive()).isTrue();
            }
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void givenRevival_whenServerIsKilled_thenItIsBackOnTheSamePortWithItsData(@TempDir Path dir) throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(dir, MariaDbSettings.TEST)) {
            database.reviveAfter(Duration.ofMillis(100));
            execute(database.jdbcUrl(), "CREATE TABLE t (id INT)");
            execute(database.jdbcUrl(), "INSERT INTO t VALUES (7)");
            long killed = database.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(20)).until(() -> database.pid() != killed);
            assertThat(ask(database.jdbcUrl(), "SELECT id FROM t")).isEqualTo("7");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "firstcome", "firstcome");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "firstcome", "firstcome");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
