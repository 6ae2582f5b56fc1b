package io.firstcome.axon.saga;

import static io.firstcome.axon.saga.Brewery.POT;
import static io.firstcome.axon.saga.Brewery.end;
import static io.firstcome.axon.saga.Brewery.load;
import static io.firstcome.axon.saga.Brewery.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.saga.Brewery.Brewing;
import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.CachingSagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The states of processes when others change them: deadlines, other servers, versions of this program before. */
class SagasOfOthersIT {

    private final Brewery brew = Brewery.open();

    @AfterEach
    void close() {
        brew.close();
    }

    /** Why Axon's own caching store is not used. */
    @Test
    void givenAxonsCachingStore_whenAChangeIsRolledBack_thenItStaysInMemory() {
        InMemorySagaStore axons = new InMemorySagaStore();
        AnnotatedSagaRepository<Brewing> cached = repository(CachingSagaStore.<Object>builder()
                .delegateSagaStore(axons)
                .associationsCache(new CaffeineAggregateCache(10))
                .sagaCache(new CaffeineAggregateCache(10))
                .build());
        brew.batch(work -> {
            cached.createInstance("s1", Brewing::new);
        });

        assertThatThrownBy(() -> brew.batch(work -> {
                    load(cached, "s1").root().minutes = 99;
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        brew.batch(work -> assertThat(load(cached, "s1").root().minutes).isEqualTo(99));
    }

    @Test
    void givenProcessInMemory_whenAnotherServerChangedIt_thenItsChangeIsNotLost() {
        brew.begin("s1", 3);
        AnnotatedSagaRepository<Brewing> there = repository(brew.store());
        brew.batch(work -> load(there, "s1").root().minutes = 5);

        assertThatThrownBy(() -> brew.batch(work -> load(brew.here, "s1").root().minutes++))
                .isInstanceOf(SagaChangedException.class);

        brew.batch(work -> load(brew.here, "s1").root().minutes++);
        assertThat(brew.jdbc.queryForObject("SELECT serialized_saga FROM saga_entry", String.class))
                .contains("6");
    }

    @Test
    void givenProcessInMemory_whenAnotherServerEndedIt_thenItDoesNotComeBack() {
        brew.begin("s1", 3);
        AnnotatedSagaRepository<Brewing> there = repository(brew.store());
        brew.batch(work -> end(load(there, "s1")));

        assertThatThrownBy(() -> brew.batch(work -> load(brew.here, "s1").root().minutes++))
                .isInstanceOf(SagaChangedException.class);

        brew.batch(work -> assertThat(brew.here.load("s1")).isNull());
        assertThat(brew.rows()).isZero();
    }

    @Test
    void givenDeadline_whenItChangesAProcess_thenTheProcessorSeesTheNewState() {
        brew.begin("s1", 3);
        brew.batch(work -> load(brew.here, "s1"));

        brew.inUnitOfWork(false, work -> load(brew.here, "s1").root().minutes = 8);

        brew.batch(work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(8));
    }

    @Test
    void givenMemoryThatIsForgotten_whenLoaded_thenTheDatabaseIsAsked() {
        brew.begin("s1", 3);
        brew.jdbc.update("UPDATE saga_entry SET serialized_saga = '{\"minutes\":4}'");
        brew.batch(work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(3));

        brew.store.forget();

        brew.batch(work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(4));
    }

    /** Those of Axon's own store, which was used before, and had no count. */
    @Test
    void givenProcessOfTheStoreBefore_whenTheTablesAreChanged_thenItGoesOn() {
        Brewery old = Brewery.empty();
        migrate(old, "3");
        old.jdbc.update(
                "INSERT INTO saga_entry (saga_id, saga_type, revision, serialized_saga) VALUES ('s1', 'Brewing', NULL, ?)",
                (Object) "{\"minutes\":4}".getBytes(StandardCharsets.UTF_8));
        old.jdbc.update("INSERT INTO association_value_entry (saga_type, association_key, association_value, saga_id)"
                + " VALUES ('Brewing', 'pot', '1', 's1')");

        migrate(old, "latest");

        old.batch(work -> {
            assertThat(old.here.find(POT)).containsExactly("s1");
            load(old.here, "s1").root().minutes++;
        });
        assertThat(old.jdbc.queryForObject(
                        "SELECT CONCAT(version, ' ', serialized_saga) FROM saga_entry", String.class))
                .isEqualTo("1 {\"minutes\":5}");
        old.close();
    }

    private static void migrate(Brewery there, String version) {
        Flyway.configure()
                .dataSource(there.dataSource)
                .locations("classpath:db/store")
                .table("store_schema_history")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void givenNobodyAssociated_whenLookedFor_thenTheMemoryKnowsUntilItIsForgotten() {
        brew.batch(work -> assertThat(brew.here.find(POT)).isEmpty());
        BatchedSagaStore there = brew.store();
        brew.batch(work -> brew.create(there, "s1", 3));

        brew.batch(work -> assertThat(brew.here.find(POT)).isEmpty());
        brew.store.forget();

        brew.batch(work -> assertThat(brew.here.find(POT)).containsExactly("s1"));
    }

    @Test
    void givenRollback_whenLookedFor_thenTheDatabaseIsAsked() {
        brew.begin("s1", 3);
        brew.jdbc.update("UPDATE association_value_entry SET association_value = '2'");

        assertThatThrownBy(() -> brew.batch(work -> {
                    load(brew.here, "s1").root().minutes++;
                    work.onPrepareCommit(ready -> {
                        throw new IllegalStateException("a command is not done");
                    });
                }))
                .isInstanceOf(IllegalStateException.class);

        brew.batch(work -> assertThat(brew.here.find(POT)).isEmpty());
    }

    @Test
    void givenMoreProcessesThanAreKept_whenLookedFor_thenTheDatabaseIsAsked() {
        int many = 3 * Brewery.KEPT;
        brew.batch(work -> {
            for (int i = 0; i < many; i++) {
                brew.create("s" + i, i, new AssociationValue("cup", "" + i));
            }
        });

        brew.batch(work -> {
            for (int i = 0; i < many; i++) {
                assertThat(brew.here.find(new AssociationValue("cup", "" + i))).containsExactly("s" + i);
            }
        });
        brew.batch(work -> end(load(brew.here, "s0")));
        brew.batch(work ->
                assertThat(brew.here.find(new AssociationValue("cup", "0"))).isEmpty());
    }
}
