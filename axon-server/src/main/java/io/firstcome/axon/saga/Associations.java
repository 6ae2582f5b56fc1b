package io.firstcome.axon.saga;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/**
 * By what the processes of a type are found: all of them, in memory, so that an event which begins one need not ask the database
 * whether there is none.
 *
 * <p>Complete as long as only this server's processor begins processes of the type, which its segment ensures; {@link #forget} when
 * it is given up. An entry of a process that has ended elsewhere may stay: it leads to nothing. With more than {@code limit}
 * entries of a type, the database is asked.
 */
final class Associations {

    /** How long the database is asked after there were too many. */
    private static final long TOO_MANY_NANOS = Duration.ofMinutes(1).toNanos();

    private final SagaTable table;
    private final int limit;
    private final Map<String, Map<AssociationValue, Set<String>>> complete = new HashMap<>();
    private final Map<String, Long> tooManyUntil = new HashMap<>();

    Associations(SagaTable table, int limit) {
        this.table = table;
        this.limit = limit;
    }

    Set<String> find(Sought sought) {
        synchronized (this) {
            Map<AssociationValue, Set<String>> known = complete.get(sought.type());
            if (known == null) {
                known = load(sought.type());
            }
            if (known != null) {
                return Set.copyOf(known.getOrDefault(sought.association(), Set.of()));
            }
        }
        return table.find(sought);
    }

    private @Nullable Map<AssociationValue, Set<String>> load(String type) {
        Long until = tooManyUntil.get(type);
        if (until != null && System.nanoTime() - until < 0) {
            return null;
        }
        tooManyUntil.remove(type);
        Map<AssociationValue, Set<String>> all = table.findAll(type, limit + 1);
        return all.size() > limit ? tooMany(type) : keep(type, all);
    }

    private Map<AssociationValue, Set<String>> keep(String type, Map<AssociationValue, Set<String>> all) {
        complete.put(type, all);
        return all;
    }

    private @Nullable Map<AssociationValue, Set<String>> tooMany(String type) {
        complete.remove(type);
        tooManyUntil.put(type, System.nanoTime() + TOO_MANY_NANOS);
        return null;
    }

    /** Takes over what was committed. */
    synchronized void add(Sought sought, String id) {
        Map<AssociationValue, Set<String>> known = complete.get(sought.type());
        if (known != null) {
            known.computeIfAbsent(sought.association(), nobody -> new TreeSet<>())
                    .add(id);
            if (known.size() > limit) {
                tooMany(sought.type());
            }
        }
    }

    /** Takes over what was committed. */
    synchronized void remove(Sought sought, String id) {
        Map<AssociationValue, Set<String>> known = complete.get(sought.type());
        if (known != null) {
            known.computeIfPresent(sought.association(), (association, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    synchronized void forget() {
        complete.clear();
        tooManyUntil.clear();
    }
}
