package io.firstcome.command.coupon;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.groupcommit.GroupCommitCommandBus;
import io.firstcome.axon.groupcommit.GroupCommitSettings;
import io.firstcome.axon.groupcommit.TallyingEventStore;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.axon.store.GrowingSnapshotTriggerDefinition;
import io.firstcome.axon.store.MySqlEventStorageEngine;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.domain.CouponAggregate;
import io.firstcome.embedded.TestServers;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a command costs on a coupon with few and with many pieces issued: durable commits, in one process, no HTTP.
 *
 * <p>Two coupons, one freshly created, one with a million issued; the same number of commands to each, in turns.
 * Arguments: pieces issued before, rounds, and "uuid" for user ids that are no numbers.
 */
public final class CouponCostBench {

    private static final int AT_ONCE = 256;
    private static final int COMMANDS = 20_000;
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final EventStoreDatabase database;
    private final GroupCommitCommandBus bus;
    private final Configuration configuration;
    private final IntFunction<String> users;
    private int coupons;

    private CouponCostBench(IntFunction<String> users) {
        this.users = users;
        database = new EventStoreDatabase(
                TestServers.mariaDb().freshDatabase(),
                TestServers.mariaDb().username(),
                TestServers.mariaDb().password(),
                8,
                Duration.ofSeconds(30));
        database.migrate();
        Serializer events = Serializers.forEvents();
        MySqlEventStorageEngine engine = MySqlEventStorageEngine.create(
                database,
                events,
                Serializers.forSnapshots(List.of(CouponAggregate.snapshotModule())),
                NoOpEventUpcaster.INSTANCE,
                SnapshotFilter.allowAll(),
                1_000);
        bus = new GroupCommitCommandBus(
                new GroupCommitSettings(2, 512, 8_192, Duration.ofSeconds(30)),
                database.transactionManager(),
                new IdempotencyStore(database.dataSource(), InstantSource.system()),
                events,
                new SimpleMeterRegistry());
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(c -> bus)
                .configureSerializer(c -> Serializers.general())
                .configureEventSerializer(c -> events)
                .configureTransactionManager(c -> database.transactionManager())
                .configureEventStore(c -> new TallyingEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine), new EventTail(engine)));
        configurer.configureAggregate(
                CouponAggregate.configuration(new CaffeineAggregateCache(1_000), this::snapshotTrigger));
        configuration = configurer.buildConfiguration();
        configuration.start();
        bus.start();
    }

    /** Made late, for the snapshotter comes out of the configuration that this goes into. */
    private SnapshotTrigger snapshotTrigger(Class<?> aggregateType) {
        return new GrowingSnapshotTriggerDefinition(configuration.snapshotter(), 5_000).prepareTrigger(aggregateType);
    }

    /** Runs the benchmark and prints its table as Markdown. */
    public static void main(String[] args) throws InterruptedException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        boolean uuids = args.length > 2 && args[2].equals("uuid");
        CouponCostBench bench = new CouponCostBench(
                uuids ? number -> new UUID(number * 0x9E3779B97F4A7C15L, number).toString() : Integer::toString);
        bench.run(many, rounds);
        System.exit(0);
    }

    private void run(int many, int rounds) throws InterruptedException {
        CouponId full = create();
        System.out.printf(Locale.ROOT, "%d issued at %.0f/s%n", many, issue(full, 0, many));
        List<Double> onFew = new ArrayList<>();
        List<Double> onMany = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            CouponId fresh = create();
            issue(fresh, 0, 1_000);
            int from = many + round * COMMANDS;
            if (round % 2 == 0) {
                onFew.add(issue(fresh, 1_000, COMMANDS));
                onMany.add(issue(full, from, COMMANDS));
            } else {
                onMany.add(issue(full, from, COMMANDS));
                onFew.add(issue(fresh, 1_000, COMMANDS));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| issued before | issues/s, median |%n|---|---|%n| 1000 | %.0f |%n| %d | %.0f |%n",
                median(onFew),
                many,
                median(onMany));
        new JdbcTemplate(database.dataSource())
                .query(
                        "SELECT aggregate_id, sequence_number, LENGTH(payload) FROM snapshot WHERE aggregate_id = ?",
                        row -> {
                            System.out.printf(
                                    Locale.ROOT,
                                    "snapshot of %s at %d: %d bytes%n",
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getLong(3));
                        },
                        full.toString());
    }

    private CouponId create() throws InterruptedException {
        CouponId id = new CouponId("bench-" + coupons++);
        Discount discount = new Discount(Discount.Type.FIXED, 1_000, null);
        send(1, number -> new CreateCoupon(id, "bench", 100_000_000, discount, 0, null, null, 10, 1, null, NOW));
        return id;
    }

    private double issue(CouponId coupon, int from, int count) throws InterruptedException {
        long begin = System.nanoTime();
        send(count, number -> new IssueCoupon(coupon, new UserId(users.apply(from + number + 1)), null, NOW));
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private void send(int count, IntFunction<Object> commands) throws InterruptedException {
        Semaphore window = new Semaphore(AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (int number = 0; number < count; number++) {
            window.acquire();
            bus.dispatch(
                    new GenericCommandMessage<>(commands.apply(number), Map.of("userId", "bench")), (sent, result) -> {
                        if (result.isExceptional()) {
                            failed.incrementAndGet();
                        }
                        window.release();
                    });
        }
        window.acquire(AT_ONCE);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed.get() + " commands failed");
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
