package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches of any size, in few round trips. */
class MultiRowInsertIT {

    private static final MultiRowInsert INSERT = new MultiRowInsert("piece", "number, name");

    private final EventStoreDatabase database = FreshDatabase.open(1);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenBatchesOfEverySize_whenInserted_thenEachRowIsThereOnceAndInItsPlace() throws SQLException {
        try (Connection connection = withTable()) {
            List<String> expected = new ArrayList<>();
            for (int size : IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(63, 64, 127, 128, 129, 300))
                    .toArray()) {
                List<Integer> batch = IntStream.range(expected.size(), expected.size() + size)
                        .boxed()
                        .toList();
                insert(connection, batch);
                batch.forEach(number -> expected.add(number + " n" + number));
            }

            assertThat(stored(connection)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} rows in {1} statements")
    @CsvSource({"1,1", "3,1", "15,1", "16,1", "17,2", "100,3", "127,4", "128,1", "300,4"})
    void givenBatch_whenInserted_thenItTakesAsFewStatementsAsPossible(int rows, int statements) throws SQLException {
        try (Connection connection = withTable()) {
            long before = inserts(connection);

            insert(connection, IntStream.range(0, rows).boxed().toList());

            assertThat(inserts(connection) - before).isEqualTo(statements);
        }
    }

    private Connection withTable() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE piece (number INTEGER PRIMARY KEY, name VARCHAR(16))");
        }
        return connection;
    }

    private static void insert(Connection connection, List<Integer> numbers) throws SQLException {
        INSERT.insert(connection, numbers, (insert, index, number) -> {
            insert.setInt(index, number);
            insert.setString(index + 1, "n" + number);
        });
    }

    private static List<String> stored(Connection connection) throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, name FROM piece ORDER BY number")) {
            while (rows.next()) {
                stored.add(rows.getInt(1) + " " + rows.getString(2));
            }
        }
        return stored;
    }

    /** The statements of this session that inserted, by the database's own count. */
    private static long inserts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_insert'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
