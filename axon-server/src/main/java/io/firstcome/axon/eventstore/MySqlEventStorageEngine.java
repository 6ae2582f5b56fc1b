package io.firstcome.axon.eventstore;

import io.firstcome.axon.tail.AppendedEvents;
import io.firstcome.axon.tail.Commit;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EntrySource;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * The event store on MySQL and MariaDB: JSON events in commit order without holes.
 *
 * <p>Axon's own JDBC engine takes positions from an auto-increment column, outside the transaction. A position is then
 * visible before a smaller one, and a reader that waits too short skips the smaller one for good. Here a position is
 * taken from the row {@code event_head} inside the appending transaction, and the row's lock is held until the commit.
 * So positions become visible in their order, a rolled-back append leaves no hole, and a reader needs no memory of
 * gaps: its token is one number. {@link EventRows} stops with an error where a number is missing.
 */
public final class MySqlEventStorageEngine extends BatchingEventStorageEngine implements EntrySource {

    private final EventRows events;
    private final SnapshotRows snapshots;
    private final ReadAhead ahead;
    private final Writer writer = new Writer();
    private final int readBatch;

    private MySqlEventStorageEngine(Builder builder, EventStoreDatabase database, int readBatch) {
        super(builder);
        this.readBatch = readBatch;
        this.events = new EventRows(database.dataSource());
        this.snapshots = new SnapshotRows(database.dataSource());
        this.ahead = new ReadAhead(events, snapshots);
    }

    /**
     * Makes an engine that reads {@code batchSize} events at a time.
     *
     * @param snapshotFilter tells which stored snapshots still fit the aggregates' code
     */
    public static MySqlEventStorageEngine create(
            EventStoreDatabase database,
            Serializer eventSerializer,
            Serializer snapshotSerializer,
            EventUpcaster upcasters,
            SnapshotFilter snapshotFilter,
            int batchSize) {
        Builder builder = new Builder();
        builder.batchSize(batchSize)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(upcasters)
                .snapshotFilter(snapshotFilter)
                .persistenceExceptionResolver(duplicateKeys());
        return new MySqlEventStorageEngine(builder, database, batchSize);
    }

    private static PersistenceExceptionResolver duplicateKeys() {
        return exception -> exception instanceof DuplicateKeyException
                || exception.getCause() instanceof SQLIntegrityConstraintViolationException;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            EventRows.Written written = events.append(messages, serializer, writer.id());
            AppendedEvents.note(new Commit(written.first(), written.last(), () -> entries(written.events())));
        } catch (RuntimeException e) {
            handlePersistenceException(e, messages.get(0));
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return events.after(positionOf(lastToken), batchSize);
    }

    @Override
    public List<Entry> entriesAfter(long position) {
        return entries(events.after(position, readBatch));
    }

    @Override
    public long head() {
        return events.head();
    }

    @Override
    public void doubt() {
        writer.doubt();
    }

    @Override
    public boolean isOnlyOurs(long after) {
        return events.head(false).isOnlyBy(writer.id(), after);
    }

    /** Finds, for one lane, what other nodes append. */
    public ForeignWrites foreignWrites() {
        return new HeadForeignWrites(events, writer);
    }

    /** The events at their positions, as the upcasters and the serializer make them. */
    private List<Entry> entries(List<TrackedDomainEventData<byte[]>> rows) {
        return rows.stream()
                .map(row -> new Entry(
                        row.trackingToken().position().orElseThrow(),
                        EventUtils.upcastAndDeserializeTrackedEvents(
                                        Stream.of(row), getEventSerializer(), upcasterChain)
                                .toList()))
                .toList();
    }

    /**
     * Reads the snapshots and the events of these aggregates, each by one statement. In the current unit of work they are then not read
     * one by one, each by two statements; a new one would be asked for by two that find nothing.
     */
    public void readAhead(Collection<String> aggregateIdentifiers) {
        ahead.read(aggregateIdentifiers);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        ReadHistory history = ahead.of(aggregateIdentifier);
        if (history == null || firstSequenceNumber < history.first()) {
            return events.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize);
        }
        List<DomainEventData<byte[]>> known = history.from(firstSequenceNumber);
        if (history.isWhole()) {
            return known;
        }
        List<DomainEventData<byte[]>> all = new ArrayList<>(known);
        all.addAll(events.ofAggregate(aggregateIdentifier, firstSequenceNumber + known.size(), batchSize));
        return all;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(List.of(snapshot), serializer);
    }

    /** Keeps these snapshots in the current transaction, each unless a newer one is there. */
    void storeSnapshots(List<? extends DomainEventMessage<?>> made) {
        snapshots.store(made, getSnapshotSerializer());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        ReadHistory history = ahead.of(aggregateIdentifier);
        return history != null ? Stream.ofNullable(history.snapshot()) : snapshots.find(aggregateIdentifier).stream();
    }

    /** Reads the payload at once: Axon falls back to the events only when a snapshot fails here, not later. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
        return snapshot.filter(message -> !(message.getPayload() instanceof UnknownSerializedType));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return events.lastSequenceNumber(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(events.lastBefore(dateTime));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    private static final class Builder extends BatchingEventStorageEngine.Builder {}
}
