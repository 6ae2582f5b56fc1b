package io.firstcome.axon.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The histories of the aggregates of a batch, read before the first of them is loaded: one statement for their snapshots, one for
 * the events after these, however many aggregates there are.
 *
 * <p>Most types of aggregates never have a history that is worth a snapshot. One is asked for only of the types of which a longer
 * history was seen; before, a history that is too long to be read without one is left to the loading of its aggregate.
 */
final class ReadAhead {

    /** The unit of work's resource with the histories, by aggregate. */
    private static final String RESOURCE = ReadAhead.class.getName();

    /** The most events of an aggregate: for the 512 of the largest batch these are some 20 MB. */
    static final int MOST = 64;

    /** From so many events on there may be a snapshot. */
    private static final int LONG = GrowingSnapshotTriggerDefinition.AFTER_LOADING / 2;

    private final EventRows events;
    private final SnapshotRows snapshots;
    private final Set<String> typesWithSnapshots = ConcurrentHashMap.newKeySet();

    ReadAhead(EventRows events, SnapshotRows snapshots) {
        this.events = events;
        this.snapshots = snapshots;
    }

    /** Reads what the current unit of work will load. */
    void read(Collection<String> aggregateIds) {
        if (!aggregateIds.isEmpty()) {
            CurrentUnitOfWork.get().resources().put(RESOURCE, histories(aggregateIds));
        }
    }

    /** What was read in the current unit of work; null for what it was not, or was too much. */
    @Nullable
    ReadHistory of(String aggregateId) {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get()
                        .getOrDefaultResource(RESOURCE, Map.<String, ReadHistory>of())
                        .get(aggregateId)
                : null;
    }

    private Map<String, ReadHistory> histories(Collection<String> aggregateIds) {
        List<String> asked = aggregateIds.stream()
                .filter(id -> typesWithSnapshots.contains(typeOf(id)))
                .toList();
        Map<String, SnapshotRows.Found> found = asked.isEmpty() ? Map.of() : snapshots.find(asked);
        Map<String, Long> first = new HashMap<>();
        for (String id : aggregateIds) {
            SnapshotRows.Found snapshot = found.get(id);
            if (snapshot == null) {
                first.put(id, 0L);
            } else if (snapshot.row() != null) {
                first.put(id, snapshot.row().getSequenceNumber() + 1);
            }
        }
        return first.isEmpty() ? Map.of() : histories(first, found, Set.copyOf(asked));
    }

    private Map<String, ReadHistory> histories(
            Map<String, Long> first, Map<String, SnapshotRows.Found> found, Set<String> asked) {
        Map<String, ReadHistory> histories = new HashMap<>();
        events.next(first, MOST).forEach((id, next) -> {
            boolean isWhole = next.size() < MOST;
            if (next.size() >= LONG) {
                typesWithSnapshots.add(typeOf(id));
            }
            if (isWhole || asked.contains(id)) {
                SnapshotRows.Found snapshot = found.get(id);
                histories.put(
                        id,
                        new ReadHistory(
                                snapshot == null ? null : snapshot.row(),
                                Objects.requireNonNull(first.get(id)),
                                next,
                                isWhole));
            }
        });
        return histories;
    }

    private static String typeOf(String aggregateId) {
        return aggregateId.substring(0, Math.max(0, aggregateId.indexOf(':')));
    }
}
