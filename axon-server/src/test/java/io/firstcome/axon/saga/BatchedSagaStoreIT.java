package io.firstcome.axon.saga;

import static io.firstcome.axon.saga.Brewery.CUP;
import static io.firstcome.axon.saga.Brewery.POT;
import static io.firstcome.axon.saga.Brewery.end;
import static io.firstcome.axon.saga.Brewery.event;
import static io.firstcome.axon.saga.Brewery.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.axon.saga.Brewery.Brewing;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The states of processes across commits and rollbacks. */
class BatchedSagaStoreIT {

    private final Brewery brew = Brewery.open();

    @AfterEach
    void close() {
        brew.close();
    }

    @Test
    void givenNewProcess_whenCommitted_thenItIsFoundAndLoaded() {
        brew.begin("s1", 3);

        brew.batch(work -> {
            assertThat(brew.here.find(POT)).containsExactly("s1");
            assertThat(load(brew.here, "s1").root().minutes).isEqualTo(3);
        });
        assertThat(brew.jdbc.queryForObject("SELECT saga_type FROM saga_entry", String.class))
                .isEqualTo("Brewing");
    }

    @Test
    void givenNewProcess_whenRolledBack_thenNothingIsLeft() {
        assertThatThrownBy(() -> brew.batch(work -> {
                    brew.create("s1", 3);
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        brew.batch(work -> assertThat(brew.here.find(POT)).isEmpty());
        assertThat(brew.rows()).isZero();
    }

    @Test
    void givenChangedProcess_whenRolledBack_thenTheMemoryHasWhatTheDatabaseHas() {
        brew.begin("s1", 3);

        assertThatThrownBy(() -> brew.batch(work -> {
                    load(brew.here, "s1").root().minutes = 99;
                    work.onPrepareCommit(ready -> {
                        throw new IllegalStateException("a command is not done");
                    });
                }))
                .isInstanceOf(IllegalStateException.class);

        brew.batch(work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(3));
    }

    /** Axon commits a batch event by event; all of them are written. */
    @Test
    void givenBatchOfSeveralEvents_whenCommitted_thenWhatEachOfThemDidIsThere() {
        List<EventMessage<?>> events = List.of(event(), event(), event());
        AtomicInteger number = new AtomicInteger();
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(events);
        unit.start();
        unit.attachTransaction(new SpringTransactionManager(new JdbcTransactionManager(brew.dataSource)));
        unit.executeWithResult(() -> CurrentProcessor.interceptor("brewing", false)
                .handle(unit, () -> {
                    brew.create("s" + number.incrementAndGet(), number.get());
                    return null;
                }));

        assertThat(brew.rows()).isEqualTo(3);
        brew.batch(work -> {
            for (int i = 1; i <= 3; i++) {
                load(brew.here, "s" + i).root().minutes++;
            }
        });
        assertThat(brew.jdbc.queryForObject("SELECT SUM(version) FROM saga_entry", Long.class))
                .isEqualTo(3);
    }

    @Test
    void givenManyInOneBatch_whenCommitted_thenAllAreThere() {
        brew.batch(work -> {
            for (int i = 0; i < 1_200; i++) {
                brew.create("s" + i, i);
            }
        });
        brew.batch(work -> {
            for (int i = 0; i < 1_200; i++) {
                AnnotatedSaga<Brewing> saga = load(brew.here, "s" + i);
                if (i % 2 == 0) {
                    saga.root().minutes++;
                } else {
                    end(saga);
                }
            }
        });

        assertThat(brew.rows()).isEqualTo(600);
        assertThat(brew.jdbc.queryForObject("SELECT COUNT(*) FROM association_value_entry", Long.class))
                .isEqualTo(600);
        assertThat(brew.jdbc.queryForObject("SELECT SUM(version) FROM saga_entry", Long.class))
                .isEqualTo(600);
    }

    @Test
    void givenAssociationsThatChange_whenLookedFor_thenTheNewOnesLeadToIt() {
        brew.begin("s1", 3);
        brew.batch(work -> assertThat(brew.here.find(POT)).containsExactly("s1"));

        brew.batch(work -> {
            AnnotatedSaga<Brewing> saga = load(brew.here, "s1");
            saga.getAssociationValues().add(CUP);
            saga.getAssociationValues().remove(POT);
        });

        brew.batch(work -> {
            assertThat(brew.here.find(POT)).isEmpty();
            assertThat(brew.here.find(CUP)).containsExactly("s1");
        });
    }

    @Test
    void givenEndedProcess_whenLookedFor_thenItIsGone() {
        brew.begin("s1", 3);
        brew.batch(work -> assertThat(brew.here.find(POT)).containsExactly("s1"));

        brew.batch(work -> end(load(brew.here, "s1")));

        brew.batch(work -> {
            assertThat(brew.here.find(POT)).isEmpty();
            assertThat(brew.here.load("s1")).isNull();
        });
        assertThat(brew.rows()).isZero();
    }

    @Test
    void givenProcessThatStaysAsItIs_whenHandled_thenItIsNotWritten() {
        brew.begin("s1", 3);
        brew.batch(work -> load(brew.here, "s1"));

        assertThat(brew.jdbc.queryForObject("SELECT version FROM saga_entry", Long.class))
                .isZero();
    }

    @Test
    void givenBatchesThatAreWrittenLate_whenAProcessEndsInThem_thenItNeverHadARow() {
        LateTransactions late = brew.late();
        brew.batch(late, work -> brew.create("s1", 3));
        assertThat(brew.rows()).isZero();
        brew.batch(late, work -> {
            assertThat(brew.here.find(POT)).containsExactly("s1");
            load(brew.here, "s1").root().minutes = 4;
        });
        brew.batch(
                late, work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(4));
        brew.batch(late, work -> end(load(brew.here, "s1")));
        brew.writeAll(late);

        assertThat(brew.rows()).isZero();
        brew.batch(work -> assertThat(brew.here.find(POT)).isEmpty());
    }

    @Test
    void givenBatchesThatAreWrittenLate_whenTheyAreWritten_thenTheStoredProcessHasItsLastState() {
        brew.begin("s1", 3);
        LateTransactions late = brew.late();
        brew.batch(late, work -> load(brew.here, "s1").root().minutes = 4);
        brew.batch(late, work -> load(brew.here, "s1").root().minutes = 5);
        assertThat(brew.storedMinutes()).isEqualTo(3);
        brew.writeAll(late);

        assertThat(brew.storedMinutes()).isEqualTo(5);
        brew.batch(work -> load(brew.here, "s1").root().minutes = 6);
        assertThat(brew.storedMinutes()).isEqualTo(6);
    }

    @Test
    void givenBatchesThatAreWrittenLate_whenOneIsRolledBack_thenTheProcessIsAsItIsStored() {
        brew.begin("s1", 3);
        LateTransactions late = brew.late();
        brew.batch(late, work -> {
            load(brew.here, "s1").root().minutes = 4;
            brew.create("s2", 1, CUP);
        });
        assertThatThrownBy(() -> brew.batch(late, work -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        brew.batch(late, work -> {
            assertThat(load(brew.here, "s1").root().minutes).isEqualTo(3);
            assertThat(brew.here.find(CUP)).isEmpty();
        });
    }

    /** What is not written lives as an object, which the handler that failed has changed. */
    @Test
    void givenProcessThatWasWrittenLate_whenAHandlerChangesItAndFails_thenItIsAsItIsStored() {
        LateTransactions late = brew.late();
        brew.batch(late, work -> brew.create("s1", 3));
        brew.batch(late, work -> load(brew.here, "s1").root().minutes = 4);
        brew.writeAll(late);
        assertThatThrownBy(() -> brew.batch(late, work -> {
                    load(brew.here, "s1").root().minutes = 99;
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        brew.batch(
                late, work -> assertThat(load(brew.here, "s1").root().minutes).isEqualTo(4));
        assertThat(brew.storedMinutes()).isEqualTo(4);
    }

    /** One processor gives up its segment, and all that is known of associations is forgotten. */
    @Test
    void givenBatchesThatAreWrittenLate_whenTheMemoryIsForgotten_thenTheirProcessesAreStillFound() {
        LateTransactions late = brew.late();
        brew.batch(late, work -> brew.create("s1", 3));
        brew.store.forget();

        brew.batch(late, work -> {
            assertThat(brew.here.find(POT)).containsExactly("s1");
            assertThat(load(brew.here, "s1").root().minutes).isEqualTo(3);
        });
    }
}
