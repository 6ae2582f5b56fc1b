package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bad event is dead-lettered with those that depend on it, and the others go on. */
class ViewDeadLettersIT {

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static CouponCreated named(String couponId, String name) {
        return new CouponCreated(
                new CouponId(couponId),
                name,
                10,
                new Discount(Discount.Type.FIXED, 1, null),
                0,
                null,
                null,
                1,
                1,
                null,
                CouponTestData.AT);
    }

    private static List<Long> deadLetterVersions(String group, String sequence) {
        return querySide
                .jdbc()
                .queryForList(
                        "SELECT sequence_number FROM dead_letter_entry WHERE processing_group = ?"
                                + " AND sequence_identifier LIKE ? ORDER BY sequence_index",
                        Long.class,
                        group,
                        sequence);
    }

    private static int issued(String couponId) {
        return querySide
                .jdbc()
                .queryForList("SELECT issued FROM coupon_view WHERE coupon_id = ?", Integer.class, couponId)
                .stream()
                .findFirst()
                .orElse(-1);
    }

    @Test
    void givenDataThatTheDatabaseRefuses_whenABatchIsWritten_thenExactlyThatCouponIsADeadLetterAndCanBeRetried() {
        CouponTestData before = new CouponTestData("before");
        CouponTestData bad = new CouponTestData("bad");
        CouponTestData after = new CouponTestData("after");
        List<DomainEventMessage<?>> events = new ArrayList<>(List.of(before.created(10), after.created(10)));
        events.addAll(before.issued(2));
        events.add(bad.message(named("bad", "x".repeat(300))));
        events.addAll(bad.issued(2));
        events.addAll(after.issued(3));
        querySide.store(events);
        querySide.awaitCaughtUp();
        querySide.store(bad.issued(1));
        querySide.awaitCaughtUp();

        assertThat(issued("before")).isEqualTo(2);
        assertThat(issued("after")).isEqualTo(3);
        assertThat(issued("bad")).isEqualTo(-1);
        assertThat(deadLetterVersions("coupon", "coupon:bad")).containsExactly(0L, 1L, 2L, 3L);
        assertThat(querySide
                        .jdbc()
                        .queryForObject("SELECT COUNT(*) FROM user_coupon_view WHERE coupon_id = 'bad'", Integer.class))
                .isEqualTo(3);

        assertThat(retry("coupon")).isFalse();
        assertThat(deadLetterVersions("coupon", "coupon:bad")).containsExactly(0L, 1L, 2L, 3L);
        querySide.jdbc().execute("ALTER TABLE coupon_view MODIFY name VARCHAR(400) NOT NULL");

        assertThat(retry("coupon")).isTrue();
        assertThat(deadLetterVersions("coupon", "coupon:bad")).isEmpty();
        assertThat(issued("bad")).isEqualTo(3);

        querySide.store(bad.issued(1));
        querySide.awaitCaughtUp();
        assertThat(issued("bad")).isEqualTo(4);
    }

    private static boolean retry(String group) {
        return querySide
                .bean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor(group)
                .orElseThrow()
                .processAny();
    }

    @Test
    @SuppressWarnings("NullAway") // what an old or broken program may have stored
    void givenAPieceWithoutItsExpiry_whenABatchIsWritten_thenOnlyThatPieceIsADeadLetter() {
        CouponTestData campaign = new CouponTestData("pieces");
        List<DomainEventMessage<?>> events = new ArrayList<>(List.of(campaign.created(10)));
        events.addAll(campaign.issued(1));
        events.add(campaign.message(
                new CouponIssued(new CouponId("pieces"), new UserId("u2"), 2, CouponTestData.AT, null)));
        events.add(campaign.message(new CouponIssued(
                new CouponId("pieces"), new UserId("u3"), 3, CouponTestData.AT, CouponTestData.AT.plusSeconds(1))));
        querySide.store(events);
        querySide.awaitCaughtUp();

        assertThat(querySide
                        .jdbc()
                        .queryForList(
                                "SELECT serial FROM user_coupon_view WHERE coupon_id = 'pieces' ORDER BY serial",
                                Integer.class))
                .containsExactly(1, 3);
        assertThat(deadLetterVersions("user-coupon", "coupon:pieces#%")).containsExactly(2L);
        assertThat(issued("pieces")).isEqualTo(3);
    }

    @Test
    void givenAnEventOfAnUnknownType_whenItComes_thenItIsADeadLetterAndNotIgnored() {
        CouponTestData campaign = new CouponTestData("unknown");
        // Another process, of a later version, has committed it: this one did not, so it reads what is stored.
        EventStoreDatabase database = querySide.bean(EventStoreDatabase.class);
        List<DomainEventMessage<?>> events =
                List.of(campaign.created(10), campaign.issued("u1"), campaign.issued("u2"));
        int changed = database.inTransaction(() -> {
            querySide.bean(EventStorageEngine.class).appendEvents(events);
            return new JdbcTemplate(database.dataSource())
                    .update("UPDATE domain_event SET event_type = 'CouponExploded'"
                            + " WHERE aggregate_id = 'coupon:unknown' AND sequence_number = 1");
        });
        assertThat(changed).isOne();
        await().untilAsserted(() ->
                assertThat(deadLetterVersions("coupon", "coupon:unknown")).containsExactly(1L, 2L));

        querySide
                .jdbc()
                .update("UPDATE domain_event SET event_type = 'CouponIssued' WHERE event_type = 'CouponExploded'");
    }

    @Test
    void givenTheSameEventsTwice_whenHandled_thenTheViewsAreTheSame() {
        CouponTestData campaign = new CouponTestData("twice");
        querySide.store(List.of(campaign.created(10)));
        querySide.store(campaign.issued(4));
        querySide.store(List.of(campaign.closed()));
        querySide.awaitCaughtUp();
        List<?> coupons = querySide.jdbc().queryForList("SELECT * FROM coupon_view WHERE coupon_id = 'twice'");
        List<?> pieces = querySide.jdbc().queryForList("SELECT * FROM user_coupon_view WHERE coupon_id = 'twice'");

        for (String group : List.of("coupon", "user-coupon")) {
            rewind(group);
            start(group);
        }
        querySide.awaitCaughtUp();

        assertThat(pieces).hasSize(4);
        assertThat(querySide.jdbc().queryForList("SELECT * FROM coupon_view WHERE coupon_id = 'twice'"))
                .isEqualTo(coupons);
        assertThat(querySide.jdbc().queryForList("SELECT * FROM user_coupon_view WHERE coupon_id = 'twice'"))
                .isEqualTo(pieces);
    }

    @Test
    void givenATableThatIsAway_whenEventsCome_thenTheyWaitAndNoneIsADeadLetter() {
        long before = querySide.deadLetters("user-coupon");
        CouponTestData campaign = new CouponTestData("waiting");
        querySide.jdbc().execute("RENAME TABLE user_coupon_view TO user_coupon_away");
        querySide.store(List.of(campaign.created(10)));
        querySide.store(campaign.issued(5));
        await().until(() -> querySide.bean(ProcessorFailures.class).reason("user-coupon") != null);
        await().until(() -> issued("waiting") == 5);
        querySide.jdbc().execute("RENAME TABLE user_coupon_away TO user_coupon_view");
        querySide.awaitCaughtUp();

        assertThat(querySide.deadLetters("user-coupon")).isEqualTo(before);
        assertThat(querySide
                        .jdbc()
                        .queryForObject(
                                "SELECT COUNT(*) FROM user_coupon_view WHERE coupon_id = 'waiting'", Integer.class))
                .isEqualTo(5);
        assertThat(querySide.bean(ProcessorFailures.class).reason("user-coupon"))
                .isNull();
    }

    /** Sets a stopped processor's position back without emptying its view. */
    private static void rewind(String group) {
        querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor(group)
                .orElseThrow()
                .shutDown();
        querySide.jdbc().update("UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = ?", group);
    }

    private static void start(String group) {
        querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor(group)
                .orElseThrow()
                .start();
    }
}
