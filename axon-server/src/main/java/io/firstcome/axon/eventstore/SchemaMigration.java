package io.firstcome.axon.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Creates and updates tables, one node at a time: nodes that start together on an empty database would both begin a history.
 *
 * <p>Flyway's own lock does not suffice. It is taken after Flyway has seen whether there are tables and a history, and is waited for
 * longer than our connections wait for an answer.
 */
public final class SchemaMigration {

    /** Named locks are one name space for all databases of a server, and 64 characters at most. */
    private static final String NAME = "CONCAT('firstcome:', LEFT(SHA2(DATABASE(), 256), 40))";

    private static final int SECONDS_A_TRY = 1;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private SchemaMigration() {}

    /**
     * Returns when the tables are as this version needs them.
     *
     * @param dataSource must give more than one connection at a time
     * @param location where the scripts are, in Flyway's words
     * @param history the table in which it is noted which of them have run
     */
    public static void run(DataSource dataSource, String location, String history) {
        try (Connection connection = dataSource.getConnection()) {
            // It is idle while Flyway works with others, for longer than an idle connection of this pool may live on
            // MySQL.
            tell(connection, "SET @limit = @@SESSION.wait_timeout, SESSION wait_timeout = 28800");
            lock(connection);
            try {
                migrate(dataSource, location, history);
            } finally {
                ask(connection, "SELECT RELEASE_LOCK(" + NAME + ")");
                tell(connection, "SET SESSION wait_timeout = @limit");
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Waiting to migrate", null, e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!ask(connection, "SELECT GET_LOCK(" + NAME + ", " + SECONDS_A_TRY + ")")) {
            if (System.nanoTime() - end > 0) {
                throw new SQLException("Another node has been changing the tables for " + LIMIT.toMinutes() + " min");
            }
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    private static void tell(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void migrate(DataSource dataSource, String location, String history) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(location)
                .table(history)
                // Event store and views keep their tables in the same database, each with a history of its own.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
