package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that freezes in the middle of a transaction: to the database it is a connection that asks nothing more. */
class AbandonedTransactionIT {

    private static final String NEXT_POSITION = "UPDATE event_head SET position = position + 1";

    private final EventStoreDatabase nodes = FreshDatabase.open(4);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void givenTransactionThatIsAbandoned_whenAnotherNodeAppends_thenItIsEndedWithinSeconds() throws SQLException {
        nodes.migrate();
        try (Connection frozen = nodes.dataSource().getConnection();
                Connection other = nodes.dataSource().getConnection()) {
            execute(frozen, NEXT_POSITION);

            execute(other, "SET SESSION innodb_lock_wait_timeout = 20");
            execute(other, NEXT_POSITION);
            other.commit();

            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
            assertThat(position(other)).isEqualTo(1);
        }
    }

    /** The negative control. */
    @Test
    void givenConnectionWithoutTheLimit_whenAbandoned_thenAnotherNodeCannotAppend() throws SQLException {
        nodes.migrate();
        TestDatabase server = TestServers.database();
        try (Connection other = nodes.dataSource().getConnection();
                Connection frozen = DriverManager.getConnection(
                        other.getMetaData().getURL(), server.username(), server.password())) {
            frozen.setAutoCommit(false);
            execute(frozen, NEXT_POSITION);

            execute(other, "SET SESSION innodb_lock_wait_timeout = 8");
            assertThatThrownBy(() -> execute(other, NEXT_POSITION)).hasMessageContaining("Lock wait timeout");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT position FROM event_head")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
