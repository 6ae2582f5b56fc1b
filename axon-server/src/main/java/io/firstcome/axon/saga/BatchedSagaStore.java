package io.firstcome.axon.saga;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.axon.processing.LateWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A saga store that writes what a batch of events did in some statements, and keeps in memory what was committed.
 *
 * <p>Axon's store writes each process by itself, several statements at each event; and its caching store hands out the objects that
 * the handlers change, so that after a rollback the memory has what the database has not. Here it is put into memory after the commit only,
 * and what a rollback touched is forgotten. A process that is as it was stored is not written.
 *
 * <p>Each row counts its changes. Who writes on an old state, because a deadline came in between, or another server, gets
 * {@link SagaChangedException} and does it again. Only the processor's own batches read from memory, and it is forgotten when the
 * processor gives its segment up ({@link #forget}).
 *
 * <p>What a batch did may wait in memory for that of others ({@link LateTransactions}); the processors' batches see it, the others do
 * not.
 */
public final class BatchedSagaStore implements SagaStore<Object>, LateWriter {

    private static final String SEEN = BatchedSagaStore.class.getName();
    private static final String CHANGES = SEEN + ".changes";

    private final SagaTable table;
    private final Serializer serializer;
    private final Cache<String, SagaRow> sagas;
    private final Associations associations;
    private final Unwritten unwritten = new Unwritten();

    /** What the current unit of work has read. */
    private static final class Seen {
        private final Map<String, SagaRow> loaded = new HashMap<>();
    }

    private record Loaded<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}

    /**
     * @param jdbc on the data source of the processors' positions
     * @param serializer makes JSON under stable names
     * @param kept how many processes, and of each type how many associations, are kept in memory at most
     */
    public BatchedSagaStore(JdbcTemplate jdbc, Serializer serializer, int kept) {
        this.table = new SagaTable(jdbc, this::json);
        this.serializer = serializer;
        this.sagas = Caffeine.newBuilder().maximumSize(kept).build();
        this.associations = new Associations(table, kept);
    }

    /** Forgets all that is kept in memory: another server may change it from now on. */
    public void forget() {
        sagas.invalidateAll();
        associations.forget();
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's resolvers may find no value; nobody is associated with it
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        if (association.getValue() == null) {
            return Set.of();
        }
        Sought sought = new Sought(typeOf(sagaType), association);
        return isOfProcessor() ? unwritten.correct(sought, () -> associations.find(sought)) : table.find(sought);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's contract: null when there is none
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String id) {
        SagaRow row = isOfProcessor() ? unwritten.find(id, () -> sagas.get(id, table::load)) : table.load(id);
        if (row == null) {
            return null;
        }
        seen().loaded.put(id, row);
        return new Loaded<>(row.associations(), sagaType.cast(object(row)));
    }

    private Object object(SagaRow row) {
        return switch (row.state()) {
            case SagaState.Live(Object saga) -> saga;
            case SagaState.Stored(String text) ->
                serializer.deserialize(new SimpleSerializedObject<>(text, String.class, row.type(), row.revision()));
        };
    }

    @Override
    public void insertSaga(Class<?> sagaType, String id, Object saga, Set<AssociationValue> associationValues) {
        changes().insert(row(id, 0, saga, associationValues));
    }

    @Override
    public void updateSaga(Class<?> sagaType, String id, Object saga, AssociationValues associationValues) {
        SagaRow loaded = seen().loaded.get(id);
        SagaRow row = row(id, loaded == null ? 0 : loaded.version() + 1, saga, associationValues.asSet());
        if (loaded == null
                || !row.associations().equals(loaded.associations())
                || !(loaded.state() instanceof SagaState.Stored(String before))
                || !row.state().json(this::json).equals(before)) {
            changes().update(row, loaded);
        }
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String id, Set<AssociationValue> associationValues) {
        changes().delete(id, seen().loaded.get(id));
    }

    /** What is written later may never be: it is made JSON of only when it is. */
    private SagaRow row(String id, long version, Object saga, Set<AssociationValue> associationValues) {
        SerializedType type = serializer.typeForClass(saga.getClass());
        boolean later = isOfProcessor() && LateTransactions.isOpen();
        SagaState state = later ? new SagaState.Live(saga) : new SagaState.Stored(json(saga));
        return new SagaRow(id, type.getName(), type.getRevision(), version, state, associationValues);
    }

    private String json(Object saga) {
        return serializer.serialize(saga, String.class).getData();
    }

    private String typeOf(Class<?> sagaType) {
        return serializer.typeForClass(sagaType).getName();
    }

    private static boolean isOfProcessor() {
        return CurrentProcessor.name() != null;
    }

    private Seen seen() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Seen begun = work.getResource(SEEN);
        if (begun != null) {
            return begun;
        }
        Seen seen = new Seen();
        work.resources().put(SEEN, seen);
        // What lives was perhaps changed by a handler that failed, and then it is not among what was to be written.
        work.onRollback(undone -> sagas.invalidateAll(seen.loaded.keySet()));
        return seen;
    }

    /**
     * Written when all handlers before the commit have run: those of a batch run event by event, and each stores its processes. Axon
     * runs the actions of a commit in the reverse order of their registration, so these come before that of the transaction.
     */
    private SagaChanges changes() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        SagaChanges begun = work.getResource(CHANGES);
        if (begun != null) {
            return begun;
        }
        SagaChanges changes = new SagaChanges();
        work.resources().put(CHANGES, changes);
        String process = CurrentProcessor.name();
        work.onCommit(ready -> {
            if (process != null && LateTransactions.isOpen()) {
                unwritten.add(process, changes);
            } else {
                changes.write(table);
            }
        });
        // All of them: when the answer to the commit is lost, it may have been committed.
        work.onRollback(undone -> {
            sagas.invalidateAll(changes.touched());
            associations.forget();
        });
        work.afterCommit(done -> {
            sagas.invalidateAll(changes.touched());
            changes.tell(associations);
            if (process != null) {
                changes.current().forEach(row -> sagas.put(row.id(), row));
            }
        });
        return changes;
    }

    @Override
    public void write(String process) {
        unwritten.of(process).write(table);
    }

    @Override
    public void written(String process) {
        unwritten.clear(process);
    }

    @Override
    public void drop(String process) {
        sagas.invalidateAll(unwritten.of(process).touched());
        unwritten.clear(process);
        associations.forget();
    }
}
