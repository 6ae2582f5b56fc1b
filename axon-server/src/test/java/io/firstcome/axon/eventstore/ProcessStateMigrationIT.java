package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of the time when processes had a state: those that are under way begin again. */
class ProcessStateMigrationIT {

    private final TestDatabase server = TestServers.database();
    private final DriverManagerDataSource dataSource =
            new DriverManagerDataSource(server.freshDatabase(), server.username(), server.password());
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @BeforeEach
    void aShopUnderWay() {
        migrate("5");
        event(1, "product:1", 0);
        event(2, "order:done", 0);
        event(3, "order:o1", 0);
        event(4, "order:o1", 1);
        event(5, "order:o2", 0);
        event(6, "payment:p2", 0);
        for (String process : List.of("order-process", "payment-process", "coupon")) {
            jdbc.update(
                    "INSERT INTO token_entry (processor_name, segment, token, token_type) VALUES (?, 0, ?, ?)",
                    process,
                    "{\"globalIndex\":6}",
                    "org.axonframework.eventhandling.GlobalSequenceTrackingToken");
        }
        jdbc.update(
                "INSERT INTO scheduled_task (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('AxonDeadline', '1', '2126-01-01', FALSE, 1), ('card-confirm', '2', '2126-01-01', FALSE, 1)");
    }

    private void event(long position, String aggregate, long sequence) {
        jdbc.update(
                "INSERT INTO domain_event (position, aggregate_id, sequence_number, aggregate_type, event_id, event_type,"
                        + " revision, occurred_at, payload, metadata) VALUES (?, ?, ?, '', '', '', '1', 0, '', '')",
                position,
                aggregate,
                sequence);
    }

    private void process(String type, String state) {
        jdbc.update(
                "INSERT INTO saga_entry (saga_id, saga_type, revision, serialized_saga) VALUES (?, ?, '1', ?)",
                type,
                type,
                state);
        jdbc.update(
                "INSERT INTO association_value_entry (saga_type, association_key, association_value, saga_id)"
                        + " VALUES (?, 'orderId', 'order:o1', ?)",
                type,
                type);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/store")
                .table("store_schema_history")
                .target(version)
                .load()
                .migrate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderId\":\"o1\",\"over\":false}",
                "{\"started\":{\"orderId\":\"o1\",\"paymentId\":\"p1\"},\"card\":0}",
                "{\"late\":{\"orderId\":\"o1\"},\"refunded\":false}"
            })
    void givenProcessesUnderWay_whenMigrated_thenTheirProcessorsBeginBeforeTheOldest(String oldest) {
        process("A", oldest);
        process("B", "{\"orderId\":\"o2\",\"over\":false}");

        migrate("6");

        assertThat(token("order-process")).isEqualTo("{\"globalIndex\":2}");
        assertThat(token("payment-process")).isEqualTo("{\"globalIndex\":2}");
        assertThat(token("coupon")).isEqualTo("{\"globalIndex\":6}");
        assertThat(count("saga_entry")).isZero();
        assertThat(count("association_value_entry")).isZero();
    }

    @Test
    void givenAProcessorThatIsBehind_whenMigrated_thenItDoesNotSkipAnything() {
        process("A", "{\"orderId\":\"o2\"}");
        jdbc.update("UPDATE token_entry SET token = '{\"globalIndex\":1}' WHERE processor_name = 'order-process'");

        migrate("6");

        assertThat(token("order-process")).isEqualTo("{\"globalIndex\":1}");
        assertThat(token("payment-process")).isEqualTo("{\"globalIndex\":4}");
    }

    @Test
    void givenNoProcessUnderWay_whenMigrated_thenNothingIsHandledAgain() {
        migrate("6");

        assertThat(token("order-process")).isEqualTo("{\"globalIndex\":6}");
        assertThat(jdbc.queryForList("SELECT task_name FROM scheduled_task", String.class))
                .containsExactly("card-confirm");
    }

    private String token(String process) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT CONVERT(token USING utf8mb4) FROM token_entry WHERE processor_name = ?",
                String.class,
                process));
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
        return count == null ? -1 : count;
    }
}
