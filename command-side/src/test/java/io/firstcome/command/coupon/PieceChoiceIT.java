package io.firstcome.command.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.upcasting.Upcasters;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.FreshStore;
import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.coupon.domain.Coupon;
import io.firstcome.command.coupon.domain.CouponSnapshotModule;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** What it costs the database to choose a piece, however much has happened to its user. */
@DisabledIfSystemProperty(
        named = "firstcome.test.mysql",
        matches = ".+",
        disabledReason = "counts what the whole server reads, by a table of MariaDB")
class PieceChoiceIT {

    private static final int EVENTS = 6_000;
    private static final CouponId COUPON = new CouponId("1");
    private static final CouponId OTHER = new CouponId("2");
    private static final UserId NEWCOMER = new UserId("newcomer");
    private static final UserId REGULAR = new UserId("regular");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(10));

    private final EventStoreDatabase database = FreshStore.open();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenUserOfSixThousandEvents_whenAPieceIsChosen_thenAFewRowsAreReadAsForANewcomer() {
        Configuration axon = started(NoCache.INSTANCE);
        long forNewcomer = rowsReadToChoose(axon, NEWCOMER, 1);
        long forRegular = rowsReadToChoose(axon, REGULAR, 2);
        axon.shutdown();

        assertThat(List.of(forNewcomer, forRegular)).allMatch(rows -> rows >= 1 && rows <= 20);
    }

    @Test
    void givenCouponInTheCache_whenAPieceIsChosen_thenNothingIsRead() {
        Configuration axon = started(new CaffeineAggregateCache(10));
        rowsReadToChoose(axon, REGULAR, 2);
        long again = rowsReadToChoose(axon, REGULAR, 2);
        axon.shutdown();

        assertThat(again).isZero();
    }

    /** The negative control: to look for the piece among what is stored about the user reads all of that. */
    @Test
    void givenUserOfSixThousandEvents_whenTheirEventsAreReadInstead_thenTheCountTells() {
        started(NoCache.INSTANCE).shutdown();
        long before = rowsRead();
        List<byte[]> found = jdbc.queryForList(
                "SELECT payload FROM domain_event FORCE INDEX (ix_domain_event_user)"
                        + " WHERE user_id = ? AND aggregate_id = ?",
                byte[].class,
                REGULAR.value(),
                COUPON.toString());

        assertThat(found).hasSize(1);
        assertThat(rowsRead() - before).isGreaterThanOrEqualTo(EVENTS);
    }

    private long rowsReadToChoose(Configuration axon, UserId user, int serial) {
        long before = rowsRead();
        CouponPiece chosen = axon.commandGateway().sendAndWait(new ChoosePiece(COUPON, user, NOW));
        long read = rowsRead() - before;
        assertThat(chosen).isEqualTo(new CouponPiece(COUPON, serial, EXPIRY));
        return read;
    }

    /** Of the whole server, by an index: the test's connections are the only ones. Handlers count what InnoDB does not on MariaDB. */
    private long rowsRead() {
        Long rows = jdbc.queryForObject(
                "SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN"
                        + " ('HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV')",
                Long.class);
        return Objects.requireNonNull(rows);
    }

    /** A newcomer and a regular have a piece each; the regular has many of another coupon, too. */
    private Configuration started(Cache cache) {
        Serializer events = Serializers.forEvents();
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> Serializers.general())
                .configureEventSerializer(configuration -> events)
                .configureTransactionManager(configuration -> database.transactionManager())
                .configureEmbeddedEventStore(configuration -> MySqlEventStorageEngine.create(
                        database,
                        events,
                        Serializers.forSnapshots(List.of(new CouponSnapshotModule())),
                        Upcasters.chain(),
                        SnapshotFilter.allowAll(),
                        100))
                .configureAggregate(
                        AggregateRegistrar.configuration(Coupon.class, cache, NoSnapshotTriggerDefinition.INSTANCE))
                .start();
        List<EventMessage<?>> stored = new ArrayList<>(List.of(
                event(COUPON, 0, created()),
                event(COUPON, 1, issued(NEWCOMER, 1)),
                event(COUPON, 2, issued(REGULAR, 2))));
        for (int number = 0; number < EVENTS; number++) {
            stored.add(event(OTHER, number, new CouponIssued(OTHER, REGULAR, number + 1, NOW, EXPIRY)));
        }
        database.inTransaction(() -> {
            axon.eventStore().publish(stored);
            return true;
        });
        return axon;
    }

    private static EventMessage<?> event(CouponId coupon, long sequence, Object payload) {
        return new GenericDomainEventMessage<>(CouponId.TYPE, coupon.toString(), sequence, payload);
    }

    private static CouponCreated created() {
        Discount discount = new Discount(Discount.Type.FIXED, 1_000, null);
        return new CouponCreated(COUPON, "Spring sale", 100, discount, 0, null, null, 10, 1, null, NOW);
    }

    private static CouponIssued issued(UserId user, int serial) {
        return new CouponIssued(COUPON, user, serial, NOW, EXPIRY);
    }
}
