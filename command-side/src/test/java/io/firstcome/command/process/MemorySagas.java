package io.firstcome.command.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The states of processes as JSON, in memory; what a crash undoes can be undone. */
final class MemorySagas implements SagaStore<Object> {

    private final Serializer serializer;
    private Map<String, Stored> stored = new HashMap<>();

    private record Stored(Class<?> type, SerializedObject<String> state, Set<AssociationValue> associations) {}

    MemorySagas(Serializer serializer) {
        this.serializer = serializer;
    }

    /** What undoes all that happens from now on. */
    Runnable undo() {
        Map<String, Stored> before = new HashMap<>(stored);
        return () -> stored = before;
    }

    int size() {
        return stored.size();
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        Set<String> found = new TreeSet<>();
        stored.forEach((id, saga) -> {
            if (saga.type().equals(sagaType) && saga.associations().contains(association)) {
                found.add(id);
            }
        });
        return found;
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's contract: null when absent
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaId) {
        Stored saga = stored.get(sagaId);
        if (saga == null) {
            return null;
        }
        S state = serializer.deserialize(saga.state());
        return new Entry<>() {
            @Override
            public Set<AssociationValue> associationValues() {
                return saga.associations();
            }

            @Override
            public S saga() {
                return Objects.requireNonNull(state);
            }
        };
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaId, Set<AssociationValue> associations) {
        stored.remove(sagaId);
    }

    @Override
    public void insertSaga(Class<?> sagaType, String sagaId, Object saga, Set<AssociationValue> associations) {
        stored.put(sagaId, new Stored(sagaType, serializer.serialize(saga, String.class), new HashSet<>(associations)));
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaId, Object saga, AssociationValues associations) {
        insertSaga(sagaType, sagaId, saga, associations.asSet());
    }
}
