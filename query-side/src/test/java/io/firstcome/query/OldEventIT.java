package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.web.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** An event that an earlier version has stored, in a running system. */
class OldEventIT {

    private static final String OLD = "{\"couponId\":\"1\",\"closedAt\":\"2026-11-20T09:01:00.123456Z\"}";

    private final QuerySide querySide = QuerySide.startWithHttp(Map.of());

    @AfterEach
    void stop() {
        querySide.close();
    }

    @Test
    void givenOldEvent_whenReadByAll_thenItIsTheEventOfTodayAndTheAuditShowsWhatIsStored() {
        querySide.store(List.of(new CouponTestData("1").created(10)));
        storeOldClose(1);
        querySide.awaitCaughtUp();

        assertThat(loaded())
                .last()
                .isEqualTo(new CouponClosed(new CouponId("1"), "Not recorded", CouponTestData.AT.plusSeconds(60)));
        assertThat(querySide.bean(EventUpcaster.class)).isNotNull();
        assertThat(querySide.jdbc().queryForObject("SELECT closed_at IS NOT NULL FROM coupon_view", Boolean.class))
                .isTrue();

        JsonNode event = new Http(querySide.port())
                .get("/api/v1/audit/event?type=CouponClosed", "au", Role.AUDITOR)
                .body()
                .get("items")
                .get(0);
        assertThat(event.get("revision").asString()).isEqualTo("1");
        assertThat(event.get("payload").has("reason")).isFalse();
        assertThat(event.get("payload").get("couponId").asString()).isEqualTo("1");
    }

    private List<?> loaded() {
        return querySide
                .bean(EventStore.class)
                .readEvents("coupon:1")
                .asStream()
                .map(Message::getPayload)
                .toList();
    }

    private void storeOldClose(long sequence) {
        EventStoreDatabase database = querySide.bean(EventStoreDatabase.class);
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        database.inTransaction(() -> {
            jdbc.update("UPDATE event_head SET position = position + 1");
            return jdbc.update(
                    "INSERT INTO domain_event (position, aggregate_id, sequence_number, aggregate_type, event_id,"
                            + " event_type, revision, occurred_at, user_id, payload, metadata)"
                            + " VALUES ((SELECT position FROM event_head), 'coupon:1', ?, 'coupon', 'old',"
                            + " 'CouponClosed', '1', 0, 'tester', ?, '{}')",
                    sequence,
                    OLD.getBytes(StandardCharsets.UTF_8));
        });
    }
}
