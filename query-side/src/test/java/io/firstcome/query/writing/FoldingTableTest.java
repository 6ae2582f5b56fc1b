package io.firstcome.query.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.EventPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldingTableTest {

    /** Adds up numbers by their names. */
    private record Add(String name, int number, EventPosition origin) implements Change {}

    private record Sum(String name, int sum, long position) implements Positioned {}

    private static final class Sums extends FoldingTable<String, Add, Sum> {

        private final Map<String, Sum> stored;
        private final List<String> statements;

        private Sums(Map<String, Sum> stored, List<String> statements) {
            super(Add::name, keys -> {
                statements.add("read " + keys);
                Map<String, Sum> found = new HashMap<>(stored);
                found.keySet().retainAll(keys);
                return found;
            });
            this.stored = stored;
            this.statements = statements;
        }

        @Override
        protected Sum apply(@Nullable Sum row, Add change) {
            long position = change.origin().position();
            return change.number() == 0
                    ? new Sum(change.name(), 0, position)
                    : new Sum(change.name(), existing(row, change).sum() + change.number(), position);
        }

        @Override
        protected void write(Collection<Sum> rows) {
            statements.add("write " + rows.size());
            rows.forEach(row -> stored.put(row.name(), row));
        }

        int of(String name) {
            Sum sum = stored.get(name);
            return sum == null ? -1 : sum.sum();
        }
    }

    private static Add add(String name, int number, long position) {
        return new Add(name, number, new EventPosition(GenericEventMessage.asEventMessage("text"), position, position));
    }

    @Test
    void givenManyChanges_whenWritten_thenEachRowIsReadAndWrittenOnce() {
        Sums sums = new Sums(new HashMap<>(), new ArrayList<>());
        sums.writeAll(List.of(add("a", 0, 1), add("b", 0, 2), add("a", 3, 3), add("a", 4, 4), add("b", 5, 5)));

        assertThat(sums.of("a")).isEqualTo(7);
        assertThat(sums.of("b")).isEqualTo(5);
        assertThat(sums.statements).containsExactly("read [a, b]", "write 2");
    }

    @Test
    void givenChangesThatComeAgain_whenWritten_thenOnlyTheNewOnesCount() {
        Sums sums = new Sums(new HashMap<>(), new ArrayList<>());
        List<Add> first = List.of(add("a", 0, 1), add("a", 3, 2));
        sums.writeAll(first);
        sums.writeAll(first);
        sums.writeAll(List.of(add("a", 0, 1), add("a", 3, 2), add("a", 4, 3)));
        sums.writeOne(add("a", 4, 3));

        assertThat(sums.of("a")).isEqualTo(7);
        assertThat(sums.statements)
                .filteredOn(statement -> statement.equals("write 1"))
                .hasSize(2);
    }

    @Test
    void givenAThingThatWasNeverCreated_whenItIsChanged_thenItIsNotMadeUp() {
        Sums sums = new Sums(new HashMap<>(), new ArrayList<>());

        assertThatIllegalStateException()
                .isThrownBy(() -> sums.writeAll(List.of(add("a", 0, 1), add("b", 5, 2))))
                .withMessageContaining("never created");
        assertThat(sums.stored).isEmpty();
    }

    @Test
    void givenColumns_whenAnUpsertIsMade_thenItTakesOverTheLastOfThem() {
        assertThat(MultiRow.upsert("t", 2, "id", "name", "version"))
                .isEqualTo(new MultiRow(
                        "INSERT INTO t (id, name, version) VALUES ",
                        3,
                        " ON DUPLICATE KEY UPDATE name = VALUES(name), version = VALUES(version)"));
        assertThat(MultiRow.upsert("t", 0, "id", "name").after()).isEqualTo(" ON DUPLICATE KEY UPDATE id = id");
        assertThat(MultiRow.locking("SELECT 1 FROM t WHERE id", Set.of("a"))).endsWith("WHERE id IN (?) FOR UPDATE");
    }
}
