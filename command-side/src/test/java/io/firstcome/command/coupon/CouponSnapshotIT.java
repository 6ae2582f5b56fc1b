package io.firstcome.command.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.upcasting.Upcasters;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.FreshStore;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.domain.Coupon;
import io.firstcome.command.coupon.domain.CouponSnapshotModule;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that an earlier version has left snapshots in. */
class CouponSnapshotIT {

    private static final CouponId COUPON = new CouponId("1");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final EventStoreDatabase database = FreshStore.open();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void givenOldSnapshot_whenTheCouponIsLoaded_thenItIsMadeFromItsEvents(String revision) throws IOException {
        assertThat(nextSerial(revision, Configuration::snapshotFilter)).isEqualTo(4);
    }

    /** The negative control: the old snapshot says that nothing was issued. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void givenOldSnapshot_whenItIsUsed_thenTheDecisionIsWrong(String revision) throws IOException {
        assertThat(nextSerial(revision, axon -> SnapshotFilter.allowAll())).isEqualTo(1);
    }

    private int nextSerial(String revision, Function<Configuration, SnapshotFilter> filter) throws IOException {
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
                        filter.apply(configuration),
                        100))
                .configureAggregate(AggregateRegistrar.configuration(
                        Coupon.class, NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .start();
        try {
            storeThreeIssued(axon);
            storeOldSnapshot(revision);
            CouponIssued issued =
                    axon.commandGateway().sendAndWait(new IssueCoupon(COUPON, new UserId("4"), null, NOW));
            return Objects.requireNonNull(issued).serial();
        } finally {
            axon.shutdown();
        }
    }

    private void storeThreeIssued(Configuration axon) {
        database.inTransaction(() -> {
            axon.eventStore()
                    .publish(
                            event(
                                    0,
                                    new CouponCreated(
                                            COUPON,
                                            "Spring sale",
                                            100,
                                            new Discount(Discount.Type.FIXED, 1_000, null),
                                            0,
                                            null,
                                            null,
                                            10,
                                            1,
                                            null,
                                            NOW)),
                            event(1, issued(1)),
                            event(2, issued(2)),
                            event(3, issued(3)));
            return true;
        });
    }

    /** The approved JSON of that revision, as if it were made of all events so far. */
    private void storeOldSnapshot(String revision) throws IOException {
        byte[] json;
        try (InputStream in = Objects.requireNonNull(
                CouponSnapshotIT.class.getResourceAsStream("/contracts/coupon/Coupon-" + revision + "-least.json"))) {
            json = in.readAllBytes();
        }
        database.inTransaction(() -> new JdbcTemplate(database.dataSource())
                .update(
                        "INSERT INTO snapshot (aggregate_id, sequence_number, aggregate_type, event_id, payload_type,"
                                + " revision, occurred_at, payload, metadata)"
                                + " VALUES ('coupon:1', 3, 'coupon', 'old', ?, ?, 0, ?, '{}')",
                        Coupon.class.getName(),
                        revision,
                        json));
    }

    private static GenericDomainEventMessage<Object> event(long sequence, Object payload) {
        return new GenericDomainEventMessage<>(CouponId.TYPE, COUPON.toString(), sequence, payload);
    }

    private static CouponIssued issued(int serial) {
        return new CouponIssued(COUPON, new UserId("" + serial), serial, NOW, NOW.plus(Duration.ofDays(10)));
    }
}
