package io.firstcome.axon.saga;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/** What one unit of work does to processes: collected, then written at once. */
final class SagaChanges {

    private final Map<String, SagaRow> inserted = new LinkedHashMap<>();
    private final Map<String, SagaRow> updated = new LinkedHashMap<>();
    private final Map<String, SagaRow> before = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    /** By what those that there are afterwards are found: an event asks, and some hundred may be unwritten. */
    private final Map<Sought, Set<String>> found = new HashMap<>();

    void insert(SagaRow row) {
        put(inserted, row);
    }

    private void put(Map<String, SagaRow> rows, SagaRow row) {
        remove(rows, row.id());
        rows.put(row.id(), row);
        row.associations()
                .forEach(association -> found.computeIfAbsent(
                                new Sought(row.type(), association), nobody -> new HashSet<>())
                        .add(row.id()));
    }

    private boolean remove(Map<String, SagaRow> rows, String id) {
        SagaRow row = rows.remove(id);
        if (row == null) {
            return false;
        }
        row.associations()
                .forEach(association -> found.computeIfPresent(new Sought(row.type(), association), (sought, ids) -> {
                    ids.remove(id);
                    return ids.isEmpty() ? null : ids;
                }));
        return true;
    }

    /** @param loaded what it was; null: it was not loaded here */
    void update(SagaRow row, @Nullable SagaRow loaded) {
        if (inserted.containsKey(row.id())) {
            put(inserted, row);
            return;
        }
        if (loaded == null) {
            throw new IllegalStateException("A process is stored that was not loaded: " + row.id());
        }
        put(updated, row);
        before.putIfAbsent(row.id(), loaded);
    }

    void delete(String id, @Nullable SagaRow loaded) {
        if (!remove(inserted, id)) {
            remove(updated, id);
            deleted.add(id);
            if (loaded != null) {
                before.putIfAbsent(id, loaded);
            }
        }
    }

    /** Adds what was done after these: what is undone by it is then neither there nor written. */
    void append(SagaChanges later) {
        later.inserted.values().forEach(this::insert);
        later.updated.forEach((id, row) -> update(row, later.before.get(id)));
        later.deleted.forEach(id -> delete(id, later.before.get(id)));
    }

    boolean isEmpty() {
        return inserted.isEmpty() && updated.isEmpty() && deleted.isEmpty();
    }

    boolean isDeleted(String id) {
        return deleted.contains(id);
    }

    /** The new state; null when it is not changed, or deleted. */
    @Nullable
    SagaRow find(String id) {
        SagaRow row = inserted.get(id);
        return row == null ? updated.get(id) : row;
    }

    /** What the database found, as it is with these changes. */
    Set<String> correct(Sought sought, Set<String> stored) {
        if (isEmpty()) {
            return stored;
        }
        Set<String> corrected = new HashSet<>(stored);
        corrected.removeIf(id -> deleted.contains(id) || find(id) != null);
        corrected.addAll(found.getOrDefault(sought, Set.of()));
        return corrected;
    }

    /**
     * Writes them.
     *
     * @throws SagaChangedException when another has changed one of them since it was loaded
     */
    void write(SagaTable table) {
        if (!before.isEmpty()) {
            Map<String, Long> stored = table.lock(before.keySet());
            before.forEach((id, row) -> {
                Long version = stored.get(id);
                if (version == null || version != row.version()) {
                    throw new SagaChangedException(row.type(), id);
                }
            });
        }
        List<SagaRow> rows = new ArrayList<>(inserted.values());
        rows.addAll(updated.values());
        if (!rows.isEmpty()) {
            table.write(rows);
        }
        table.associate(gained());
        updated.values().forEach(row -> table.dissociate(row, minus(associationsBefore(row), row.associations())));
        table.delete(deleted);
    }

    private Map<SagaRow, Set<AssociationValue>> gained() {
        Map<SagaRow, Set<AssociationValue>> gained = new LinkedHashMap<>();
        inserted.values().forEach(row -> gained.put(row, row.associations()));
        updated.values().forEach(row -> gained.put(row, minus(row.associations(), associationsBefore(row))));
        return gained;
    }

    private Set<AssociationValue> associationsBefore(SagaRow row) {
        SagaRow loaded = before.get(row.id());
        return loaded == null ? Set.of() : loaded.associations();
    }

    private static Set<AssociationValue> minus(Set<AssociationValue> all, Set<AssociationValue> some) {
        Set<AssociationValue> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** The new states of those that there are afterwards. */
    List<SagaRow> current() {
        List<SagaRow> current = new ArrayList<>(inserted.values());
        current.addAll(updated.values());
        return current;
    }

    /** Tells {@code index} by what they are found from now on. */
    void tell(Associations index) {
        gained().forEach((row, gained) ->
                gained.forEach(association -> index.add(new Sought(row.type(), association), row.id())));
        before.forEach((id, row) -> {
            SagaRow after = updated.get(id);
            minus(row.associations(), after == null ? Set.of() : after.associations())
                    .forEach(association -> index.remove(new Sought(row.type(), association), id));
        });
    }

    Set<String> touched() {
        Set<String> touched = new HashSet<>(deleted);
        current().forEach(row -> touched.add(row.id()));
        return touched;
    }
}
