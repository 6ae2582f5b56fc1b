package io.firstcome.axon.upcasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.FreshDatabase;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An old row of the event table, read by everything that reads events. */
class UpcastingIT {

    private static final CouponId COUPON = new CouponId("1");
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00.123456Z");
    private static final CouponIssued ISSUED =
            new CouponIssued(COUPON, new UserId("u1"), 1, AT, AT.plus(Duration.ofDays(10)));
    private static final CouponClosed CLOSED = new CouponClosed(COUPON, "Not recorded", AT);
    private static final String OLD = "{\"couponId\":\"1\",\"closedAt\":\"2026-11-20T09:00:00.123456Z\"}";

    private final Serializer events = Serializers.forEvents();
    private final EventStoreDatabase database = FreshDatabase.open(4);

    @BeforeEach
    void storeAnOldEvent() {
        database.migrate();
        database.inTransaction(() -> {
            engine(Upcasters.chain())
                    .appendEvents(new GenericDomainEventMessage<>("coupon", COUPON.toString(), 0, ISSUED));
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.update(
                    "INSERT INTO domain_event (position, aggregate_id, sequence_number, aggregate_type, event_id,"
                            + " event_type, revision, occurred_at, user_id, payload, metadata)"
                            + " VALUES (2, 'coupon:1', 1, 'coupon', 'old', 'CouponClosed', '1', 0, 'u1', ?, '{}')",
                    OLD.getBytes(StandardCharsets.UTF_8));
            return jdbc.update("UPDATE event_head SET position = 2");
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenOldRow_whenAnAggregateIsLoaded_thenItIsTheEventOfToday() {
        List<?> loaded = engine(Upcasters.chain())
                .readEvents(COUPON.toString())
                .asStream()
                .map(Message::getPayload)
                .toList();

        assertThat(loaded).isEqualTo(List.of(ISSUED, CLOSED));
    }

    @Test
    void givenOldRow_whenAProcessorReads_thenItIsTheEventOfToday() {
        List<?> read = engine(Upcasters.chain())
                .readEvents(null, false)
                .map(Message::getPayload)
                .toList();

        assertThat(read).isEqualTo(List.of(ISSUED, CLOSED));
    }

    /** The negative control. */
    @Test
    void givenOldRow_whenReadWithoutUpcasters_thenTheReasonIsMissing() {
        List<?> loaded = engine(NoOpEventUpcaster.INSTANCE)
                .readEvents(COUPON.toString())
                .asStream()
                .map(Message::getPayload)
                .toList();

        assertThat(loaded).isNotEqualTo(List.of(ISSUED, CLOSED));
    }

    private MySqlEventStorageEngine engine(EventUpcaster upcasters) {
        return MySqlEventStorageEngine.create(
                database, events, Serializers.forSnapshots(List.of()), upcasters, SnapshotFilter.allowAll(), 100);
    }
}
