package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of orders, payments and wallets, too, a bad event is dead-lettered with those that depend on it, and the others go on. */
class ShopDeadLettersIT {

    private QuerySide querySide;

    @BeforeEach
    void start() {
        querySide = QuerySide.start();
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    private List<String> deadLetters(String group) {
        return querySide
                .jdbc()
                .queryForList(
                        "SELECT CONCAT(sequence_identifier, ' ', aggregate_identifier, ' ', sequence_number)"
                                + " FROM dead_letter_entry WHERE processing_group = ?"
                                + " ORDER BY sequence_identifier, sequence_index",
                        String.class,
                        group);
    }

    private String status(String table, String key, String id) {
        return querySide
                .jdbc()
                .queryForList("SELECT status FROM " + table + " WHERE " + key + " = ?", String.class, id)
                .stream()
                .findFirst()
                .orElse("none");
    }

    @Test
    void givenARowThatTheDatabaseRefuses_whenABatchIsWritten_thenOnlyThatOrderWaitsAndCanBeRetried() {
        querySide
                .jdbc()
                .execute(
                        "ALTER TABLE order_view ADD CONSTRAINT ck_bad CHECK (order_id <> 'bad' OR status = 'PENDING')");
        OrderTestData bad = new OrderTestData("bad", "u");
        OrderTestData good = new OrderTestData("good", "u");
        List<DomainEventMessage<?>> events = new ArrayList<>(bad.bought());
        events.addAll(good.bought());
        events.addAll(List.of(bad.refundStarted("r", 1_000), bad.refunded("r", 1_000)));
        querySide.store(events);
        querySide.awaitCaughtUp();

        assertThat(status("order_view", "order_id", "good")).isEqualTo("PAID");
        assertThat(status("order_view", "order_id", "bad")).isEqualTo("PENDING");
        assertThat(status("payment_view", "payment_id", "bad-p1")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(deadLetters("order"))
                .as("with what its payment tells about it")
                .containsExactly(
                        "order:bad order:bad 1",
                        "order:bad order:bad 2",
                        "order:bad order:bad 3",
                        "order:bad payment:bad-p1 3");

        querySide.jdbc().execute("ALTER TABLE order_view DROP CONSTRAINT ck_bad");
        assertThat(querySide
                        .bean(EventProcessingConfiguration.class)
                        .sequencedDeadLetterProcessor("order")
                        .orElseThrow()
                        .processAny())
                .isTrue();

        assertThat(deadLetters("order")).isEmpty();
        assertThat(querySide.rows("order_view"))
                .filteredOn(row -> "bad".equals(row.get("order_id")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("status")).isEqualTo("PAID");
                    assertThat(row.get("refunded")).isEqualTo(1_000L);
                });
    }

    /** Another process, of a later version, has committed it: this one did not, so it reads what is stored. */
    @ParameterizedTest
    @CsvSource({
        "order,   order:new,      OrderConfirmed",
        "payment, payment:new-p1, PaymentApproved",
        "points,  wallet:new,     PointsSpent"
    })
    void givenAnEventOfAnUnknownType_whenItComes_thenItIsADeadLetterAndNotIgnored(
            String group, String aggregate, String type) {
        WalletTestData purse = new WalletTestData("new");
        List<DomainEventMessage<?>> events = new ArrayList<>(new OrderTestData("new", "new").bought());
        events.addAll(List.of(purse.charged(5_000), purse.spent("new", 1_000)));
        EventStoreDatabase database = querySide.bean(EventStoreDatabase.class);
        int renamed = database.inTransaction(() -> {
            querySide.bean(EventStorageEngine.class).appendEvents(events);
            return new JdbcTemplate(database.dataSource())
                    .update(
                            "UPDATE domain_event SET event_type = 'Exploded' WHERE aggregate_id = ? AND event_type = ?",
                            aggregate,
                            type);
        });

        assertThat(renamed).isEqualTo(1);
        await().untilAsserted(() -> assertThat(deadLetters(group))
                .anyMatch(letter -> letter.startsWith(aggregate + " " + aggregate + " 1")));
    }
}
