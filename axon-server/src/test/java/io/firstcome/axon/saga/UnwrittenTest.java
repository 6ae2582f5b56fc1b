package io.firstcome.axon.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnwrittenTest {

    private static final AssociationValue POT = new AssociationValue("pot", "1");
    private static final AssociationValue CUP = new AssociationValue("cup", "7");
    private static final Sought BY_POT = new Sought("Brewing", POT);
    private static final Sought BY_CUP = new Sought("Brewing", CUP);

    private final Unwritten unwritten = new Unwritten();

    private static SagaRow row(String id, long version, AssociationValue... associations) {
        return new SagaRow(
                id,
                "Brewing",
                "1",
                version,
                new SagaState.Stored("{\"version\":" + version + "}"),
                Set.of(associations));
    }

    private static SagaChanges inserted(SagaRow row) {
        SagaChanges changes = new SagaChanges();
        changes.insert(row);
        return changes;
    }

    private static SagaChanges updated(SagaRow row, SagaRow loaded) {
        SagaChanges changes = new SagaChanges();
        changes.update(row, loaded);
        return changes;
    }

    private static SagaChanges deleted(SagaRow loaded) {
        SagaChanges changes = new SagaChanges();
        changes.delete(loaded.id(), loaded);
        return changes;
    }

    private @Nullable SagaRow find(String id, @Nullable SagaRow stored) {
        return unwritten.find(id, () -> stored);
    }

    private Set<String> find(Sought sought, String... stored) {
        return unwritten.correct(sought, () -> Set.of(stored));
    }

    @Test
    void givenNothing_whenSought_thenItIsWhatIsStored() {
        assertThat(find("s1", row("s1", 4))).isEqualTo(row("s1", 4));
        assertThat(find(BY_POT, "s1")).containsExactly("s1");
        assertThat(unwritten.of("process").isEmpty()).isTrue();
    }

    @Test
    void givenANewProcess_whenItIsChanged_thenItIsFoundAsItIsNow() {
        unwritten.add("process", inserted(row("s1", 0, POT)));
        unwritten.add("process", updated(row("s1", 1, CUP), row("s1", 0, POT)));

        assertThat(find("s1", null)).isEqualTo(row("s1", 1, CUP));
        assertThat(find(BY_POT)).isEmpty();
        assertThat(find(BY_CUP)).containsExactly("s1");
        assertThat(unwritten.of("process").current()).containsExactly(row("s1", 1, CUP));
    }

    @Test
    void givenANewProcess_whenItEnds_thenThereIsNothingToWrite() {
        unwritten.add("process", inserted(row("s1", 0, POT)));
        unwritten.add("process", deleted(row("s1", 0, POT)));

        assertThat(unwritten.of("process").isEmpty()).isTrue();
        assertThat(find("s1", null)).isNull();
        assertThat(find(BY_POT)).isEmpty();
    }

    @Test
    void givenAStoredProcess_whenItEnds_thenItIsNotFoundAnyMore() {
        unwritten.add("process", updated(row("s1", 5, POT), row("s1", 4, POT)));
        unwritten.add("process", deleted(row("s1", 5, POT)));

        assertThat(find("s1", row("s1", 4, POT))).isNull();
        assertThat(find(BY_POT, "s1", "s2")).containsExactly("s2");
        assertThat(unwritten.of("process").current()).isEmpty();
        assertThat(unwritten.of("process").touched()).containsExactly("s1");
    }

    @Test
    void givenChangesOfTwoProcessors_whenOneIsWritten_thenTheOtherStays() {
        unwritten.add("order", inserted(row("s1", 0, POT)));
        unwritten.add("payment", inserted(row("s2", 0, POT)));
        unwritten.clear("order");

        assertThat(find(BY_POT)).containsExactly("s2");
        assertThat(find("s1", null)).isNull();
    }
}
