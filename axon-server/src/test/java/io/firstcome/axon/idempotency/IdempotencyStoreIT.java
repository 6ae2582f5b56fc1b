package io.firstcome.axon.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.FreshDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys that differ in anything are two keys: for the table as for the maps that the bus keeps them in. */
class IdempotencyStoreIT {

    private static final String PRINT = "ab".repeat(32);
    /** Each is equal to another one in some collation. */
    private static final List<String> ALIKE = List.of(
            "The",
            "The ",
            " The",
            "The\t",
            "the",
            "Th\u00e9",
            "The\u0301",
            "\uD83C\uDF75",
            "\uD83C\uDF75 ",
            "\uD83C\uDF76");

    private final EventStoreDatabase database = FreshDatabase.open(2);
    private final IdempotencyStore store = new IdempotencyStore(database.dataSource(), Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    private static IdempotencyKey key(String text) {
        return new IdempotencyKey("user", text);
    }

    private void remember(Stream<RememberedOutcome> outcomes) {
        List<RememberedOutcome> all = outcomes.toList();
        database.inTransaction(() -> {
            store.remember(all);
            return all;
        });
    }

    private static RememberedOutcome outcome(String text) {
        return new RememberedOutcome(key(text), PRINT, "outcome of '" + text + "'");
    }

    @Test
    void givenKeysThatAreAlike_whenStoredAndFound_thenEachHasItsOwnOutcome() {
        database.migrate();
        remember(ALIKE.stream().map(IdempotencyStoreIT::outcome));

        Map<IdempotencyKey, RememberedOutcome> found =
                store.find(ALIKE.stream().map(IdempotencyStoreIT::key).toList());

        assertThat(found).hasSize(ALIKE.size());
        ALIKE.forEach(text -> assertThat(found).containsEntry(key(text), outcome(text)));
        assertThat(store.find(List.of(key("tHE"), key("The  ")))).isEmpty();
        assertThatThrownBy(() -> remember(Stream.of(outcome("The "))))
                .as("the same one is found by the primary key")
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void givenKeysOfVersion4_whenMigrated_thenTheyAreFound() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/store")
                .table("store_schema_history")
                .target("4")
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        // The pool commits nothing by itself.
        database.inTransaction(() -> jdbc.update(
                "INSERT INTO idempotency_key VALUES ('user', 'The', UNHEX(?), ?, 1)", PRINT, "outcome of 'The'"));
        assertThatThrownBy(() -> database.inTransaction(() ->
                        jdbc.update("INSERT INTO idempotency_key VALUES ('user', 'The ', UNHEX(?), '', 1)", PRINT)))
                .as("the negative control: version 4 pads")
                .isInstanceOf(DuplicateKeyException.class);

        database.migrate();

        assertThat(store.find(List.of(key("The"), key("The ")))).containsExactly(Map.entry(key("The"), outcome("The")));
    }
}
