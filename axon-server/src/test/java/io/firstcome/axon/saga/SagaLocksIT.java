package io.firstcome.axon.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two processors write their processes at the same time. They have no row in common, so neither waits for the other; when they did,
 * one of them was rolled back by a deadlock, and its buyers waited until it tried again.
 */
class SagaLocksIT {

    /** Half of the table each: by what the database thinks, it is cheaper to read all of it. */
    private static final int EACH = 150;

    private static final List<String> ORDERS = ids("o");
    private static final List<String> PAYMENTS = ids("p");

    private final Brewery brew = Brewery.open();
    private final SagaTable table = new SagaTable(brew.jdbc, String::valueOf);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(brew.dataSource));

    private static List<String> ids(String prefix) {
        return IntStream.range(0, EACH).mapToObj(i -> prefix + i).toList();
    }

    @BeforeEach
    void begin() {
        brew.batch(work -> IntStream.range(0, EACH).forEach(i -> {
            brew.create(ORDERS.get(i), i);
            brew.create(PAYMENTS.get(i), i, Brewery.CUP);
        }));
    }

    @AfterEach
    void close() {
        brew.close();
    }

    @Test
    void givenProcessesThatAreBeingChanged_whenOthersAreChanged_thenNobodyWaits() {
        transaction.executeWithoutResult(orders -> {
            table.lock(ORDERS);
            meanwhile(() -> table.lock(PAYMENTS));
        });

        assertThat(brew.rows()).isEqualTo(2 * EACH);
    }

    @Test
    void givenProcessesThatAreEnding_whenOthersEnd_thenNobodyWaits() {
        transaction.executeWithoutResult(orders -> {
            table.lock(ORDERS);
            table.delete(ORDERS);
            meanwhile(() -> {
                table.lock(PAYMENTS);
                table.delete(PAYMENTS);
            });
        });

        assertThat(brew.rows()).isZero();
        assertThat(brew.jdbc.queryForObject("SELECT COUNT(*) FROM association_value_entry", Long.class))
                .isZero();
    }

    /** Why the statements name an index. */
    @Test
    void givenProcessesThatAreBeingChanged_whenTheWholeTableIsReadForOthers_thenItWaitsInVain() {
        transaction.executeWithoutResult(orders -> {
            table.lock(ORDERS);

            assertThatThrownBy(() -> meanwhile(() -> brew.jdbc.query(
                            "SELECT saga_id FROM saga_entry IGNORE INDEX (PRIMARY) WHERE saga_id IN ("
                                    + String.join(",", Collections.nCopies(EACH, "?")) + ") FOR UPDATE",
                            row -> {},
                            PAYMENTS.toArray())))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(CannotAcquireLockException.class);
        });
    }

    /** In a transaction of its own, which waits for a second at most. */
    private void meanwhile(Runnable work) {
        CompletableFuture.runAsync(() -> transaction.executeWithoutResult(payments -> {
                    brew.jdbc.execute("SET SESSION innodb_lock_wait_timeout = 1");
                    work.run();
                }))
                .join();
    }
}
