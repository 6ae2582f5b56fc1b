package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Snapshots of many aggregates, by one statement. */
class SnapshotRowsIT {

    private final EventStoreDatabase database = FreshDatabase.open(2);
    private final SnapshotRows rows = new SnapshotRows(database.dataSource());
    private final Serializer serializer = Serializers.forSnapshots(List.of());

    SnapshotRowsIT() {
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenNewerAndOlderOnes_whenStoredTogether_thenEachAggregateKeepsItsNewest() {
        store(snapshot("a", 10, "ten"), snapshot("b", 10, "ten"), snapshot("c", 10, "ten"));
        store(
                snapshot("a", 9, "nine"),
                snapshot("b", 10, "other"),
                snapshot("c", 11, "eleven"),
                snapshot("d", 1, "one"));

        Map<String, SnapshotRows.Found> found = rows.find(List.of("a", "b", "c", "d", "e"));

        assertThat(found).containsOnlyKeys("a", "b", "c", "d");
        assertThat(told(found, "a")).isEqualTo("10 \"ten\"");
        assertThat(told(found, "b")).isEqualTo("10 \"ten\"");
        assertThat(told(found, "c")).isEqualTo("11 \"eleven\"");
        assertThat(told(found, "d")).isEqualTo("1 \"one\"");
        assertThat(rows.find("c").orElseThrow().getAggregateIdentifier()).isEqualTo("c");
        assertThat(rows.find("e")).isEmpty();
    }

    @Test
    void givenALargeOne_whenReadWithOthers_thenItIsLeftToBeReadAlone() {
        store(snapshot("a", 1, "x".repeat(100_000)), snapshot("b", 1, "small"));

        Map<String, SnapshotRows.Found> found = rows.find(List.of("a", "b"));

        assertThat(Objects.requireNonNull(found.get("a")).row()).isNull();
        assertThat(told(found, "b")).isEqualTo("1 \"small\"");
        assertThat(rows.find("a").orElseThrow().getPayload().getData()).hasSize(100_002);
    }

    private void store(DomainEventMessage<?>... snapshots) {
        database.inTransaction(() -> {
            rows.store(List.of(snapshots), serializer);
            return snapshots.length;
        });
    }

    private static DomainEventMessage<?> snapshot(String aggregateId, long sequenceNumber, String state) {
        return new GenericDomainEventMessage<>("coupon", aggregateId, sequenceNumber, state);
    }

    private static String told(Map<String, SnapshotRows.Found> found, String aggregateId) {
        DomainEventData<byte[]> row = Objects.requireNonNull(
                Objects.requireNonNull(found.get(aggregateId)).row());
        return row.getSequenceNumber() + " " + new String(row.getPayload().getData(), StandardCharsets.UTF_8);
    }
}
