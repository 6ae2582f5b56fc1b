package io.firstcome.axon.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing that was committed is ever skipped by a reader; plain Axon is the negative control. */
class CommitOrderIT {

    private final EventStoreDatabase database = FreshDatabase.open(24);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    /**
     * One writer stays open while its neighbour commits, both events look older than Axon's gap time-out, a reader reads,
     * and then the first writer commits.
     */
    private List<String> readAroundAStuckWriter(EventStorageEngine engine) throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> stuck = threads.submit(() -> {
            Transaction transaction = database.transactionManager().startTransaction();
            engine.appendEvents(List.of(event("stuck", 0)));
            appended.countDown();
            mayCommit.await();
            transaction.commit();
            return null;
        });
        assertThat(appended.await(10, SECONDS)).isTrue();
        CompletableFuture<Void> neighbour = CompletableFuture.runAsync(
                () -> database.transactionManager()
                        .executeInTransaction(() -> engine.appendEvents(List.of(event("neighbour", 0)))),
                threads);
        // Axon's engine lets the neighbour through; ours makes it wait for the one before it.
        boolean neighbourWaits = neighbour
                .completeOnTimeout(null, 1, SECONDS)
                .handle((done, failed) -> rowsVisible(engine) == 0)
                .get(10, SECONDS);

        List<String> seen = new ArrayList<>();
        TrackingToken token = read(engine, null, seen);
        token = read(engine, token, seen);
        mayCommit.countDown();
        stuck.get(10, SECONDS);
        if (neighbourWaits) {
            org.awaitility.Awaitility.await().until(() -> rowsVisible(engine) == 2);
        }
        read(engine, token, seen);
        return seen;
    }

    @Test
    void givenAWriterThatStaysOpen_whenItsNeighbourHasCommitted_thenOursReadsBoth() throws Exception {
        database.migrate();

        assertThat(readAroundAStuckWriter(ours())).containsExactly("coupon:stuck", "coupon:neighbour");
    }

    @Test
    void givenAWriterThatStaysOpen_whenItsNeighbourHasCommitted_thenPlainAxonSkipsIt() throws Exception {
        assertThat(readAroundAStuckWriter(plainAxon()))
                .as("the negative control: AxonFramework issue 4829")
                .containsExactly("coupon:neighbour");
    }

    @Test
    void givenManyWritersAndReaders_whenAllRun_thenEveryReaderSeesEveryEventOnceInOrder() throws Exception {
        database.migrate();
        MySqlEventStorageEngine engine = ours();
        int writers = 6;
        int batches = 60;
        ConcurrentLinkedQueue<Integer> written = new ConcurrentLinkedQueue<>();
        List<Future<List<Long>>> readers = IntStream.range(0, 4)
                .mapToObj(reader -> threads.submit(() -> readUntil(engine, written, writers * batches)))
                .toList();
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            done.add(threads.submit(() -> {
                for (int batch = 0; batch < batches; batch++) {
                    write(engine, number, batch);
                    written.add(batch % 3 + 1);
                }
            }));
        }
        for (Future<?> writer : done) {
            writer.get(60, SECONDS);
        }
        long events = written.stream().mapToLong(Integer::longValue).sum();
        for (Future<List<Long>> reader : readers) {
            assertThat(reader.get(60, SECONDS))
                    .isEqualTo(java.util.stream.LongStream.rangeClosed(1, events)
                            .boxed()
                            .toList());
        }
    }

    /** Some writers roll back: that must leave no hole. */
    private void write(EventStorageEngine engine, int writer, int batch) {
        if (batch % 4 == 3) {
            Transaction transaction = database.transactionManager().startTransaction();
            engine.appendEvents(List.of(event("rolled-back-" + writer + "-" + batch, 0)));
            transaction.rollback();
        }
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < batch % 3 + 1; i++) {
            events.add(event("w" + writer + "-" + batch, i));
        }
        database.transactionManager().executeInTransaction(() -> engine.appendEvents(events));
    }

    private static List<Long> readUntil(EventStorageEngine engine, ConcurrentLinkedQueue<Integer> written, int all) {
        List<Long> positions = new ArrayList<>();
        TrackingToken token = null;
        boolean complete = false;
        while (true) {
            List<? extends TrackedEventMessage<?>> events =
                    engine.readEvents(token, false).toList();
            for (TrackedEventMessage<?> event : events) {
                token = event.trackingToken();
                positions.add(token.position().orElseThrow());
            }
            if (events.isEmpty() && complete) {
                return positions;
            }
            complete = written.size() == all;
        }
    }

    @Test
    void givenAHole_whenRead_thenTheReaderStopsInsteadOfSkipping() {
        database.migrate();
        MySqlEventStorageEngine engine = ours();
        database.transactionManager()
                .executeInTransaction(() -> engine.appendEvents(List.of(event("a", 0), event("a", 1), event("a", 2))));
        database.inTransaction(
                () -> new JdbcTemplate(database.dataSource()).update("DELETE FROM domain_event WHERE position = 2"));

        assertThatThrownBy(() -> engine.readEvents(null, false).toList()).hasMessageContaining("Event 2 is missing");
    }

    private static @Nullable TrackingToken read(
            EventStorageEngine engine, @Nullable TrackingToken from, List<String> seen) {
        TrackingToken token = from;
        for (TrackedEventMessage<?> event : engine.readEvents(from, false).toList()) {
            seen.add(((DomainEventMessage<?>) event).getAggregateIdentifier());
            token = event.trackingToken();
        }
        return token;
    }

    private static int rowsVisible(EventStorageEngine engine) {
        return (int) engine.readEvents(null, false).count();
    }

    private MySqlEventStorageEngine ours() {
        Serializer serializer = Serializers.forEvents();
        return MySqlEventStorageEngine.create(
                database, serializer, serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll(), 7);
    }

    private JdbcEventStorageEngine plainAxon() {
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(database.dataSource());
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(Serializers.general())
                .snapshotSerializer(Serializers.general())
                .connectionProvider(connections)
                .transactionManager(database.transactionManager())
                .build();
        NoTransactionManager.instance()
                .executeInTransaction(() -> engine.createSchema(MySqlEventTableFactory.INSTANCE));
        return engine;
    }

    private static DomainEventMessage<?> event(String aggregate, long sequence) {
        CouponId id = new CouponId(aggregate);
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(5));
        return new GenericDomainEventMessage<>(
                CouponId.TYPE,
                id.toString(),
                sequence,
                new GenericEventMessage<>(
                        new CouponIssued(id, new UserId("1"), 1, Instant.EPOCH, Instant.EPOCH), java.util.Map.of()),
                () -> longAgo);
    }
}
