package io.firstcome.axon.processing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * The transactions of a process: several batches of events share one.
 *
 * <p>Its commands are sent, and waited for, at each batch. Its state, deadlines and position are written together: when nothing
 * more is to come that it handles, or some time after the first batch. Under load most processes begin and end within
 * that time, and are never written at all. After a crash the process goes on at the stored position, with the state that was
 * stored with it, and sends the commands after it again; they do nothing when they are said again.
 *
 * <p>A batch that writes something else begins its transaction itself ({@link #begin}); then everything is written with it. When a batch
 * is rolled back, all that is not written is forgotten: the process takes its events again. Used by the thread of the process.
 */
public final class LateTransactions implements TransactionManager {

    private static final Logger log = LoggerFactory.getLogger(LateTransactions.class);
    private static final ThreadLocal<@Nullable Batch> CURRENT = new ThreadLocal<>();
    private static final int ATTEMPTS = 3;

    private final String process;
    private final TransactionManager transactions;
    private final Supplier<List<LateWriter>> writers;
    private final LongPredicate moreAfter;
    private final long longestNanos;
    private @Nullable Position position;
    private long firstUnwritten;

    /** The position of the last batch, and what stores it. */
    private record Position(TrackingToken token, Runnable store) {}

    /**
     * @param transactions of the database
     * @param moreAfter tells whether events after a position wait that the process handles
     * @param longest how long a batch may stay unwritten
     */
    public LateTransactions(
            String process,
            TransactionManager transactions,
            Supplier<List<LateWriter>> writers,
            LongPredicate moreAfter,
            Duration longest) {
        this.process = process;
        this.transactions = transactions;
        this.writers = writers;
        this.moreAfter = moreAfter;
        this.longestNanos = longest.toNanos();
    }

    /** Tells whether what the current batch does may be written later. */
    public static boolean isOpen() {
        return CURRENT.get() != null;
    }

    /** Begins the transaction of the current batch: something is to be written at once. Does nothing outside of a process. */
    public static void begin() {
        Batch batch = CURRENT.get();
        if (batch != null) {
            batch.beginNow();
        }
    }

    /** Notes the position of the current batch; false when there is none, and it has to be stored at once. */
    public boolean note(TrackingToken token, Runnable store) {
        if (CURRENT.get() == null) {
            return false;
        }
        position = new Position(token, store);
        return true;
    }

    /** Forgets all that is not written. */
    void drop() {
        position = null;
        firstUnwritten = 0;
        writers.get().forEach(writer -> writer.drop(process));
    }

    /** Of a batch of events. */
    @Override
    public Transaction startTransaction() {
        Batch batch = new Batch();
        CURRENT.set(batch);
        return batch;
    }

    /** Of anything else: claims, for example. */
    @Override
    public void executeInTransaction(Runnable task) {
        transactions.executeInTransaction(task);
    }

    @Override
    public <T> T fetchInTransaction(Supplier<T> supplier) {
        return transactions.fetchInTransaction(supplier);
    }

    private boolean mayWait(long now) {
        if (firstUnwritten == 0) {
            firstUnwritten = now;
        }
        return position != null
                && now - firstUnwritten < longestNanos
                && moreAfter.test(position.token().position().orElse(0));
    }

    private final class Batch implements Transaction {

        private @Nullable Transaction begun;

        private Transaction beginNow() {
            if (begun == null) {
                begun = transactions.startTransaction();
            }
            return Objects.requireNonNull(begun);
        }

        @Override
        public void commit() {
            if (begun == null && mayWait(System.nanoTime())) {
                CURRENT.remove();
                return;
            }
            writeAll().commit();
            position = null;
            firstUnwritten = 0;
            writers.get().forEach(writer -> writer.written(process));
        }

        /**
         * Writes everything in the transaction that is begun, or in one of its own. The latter is tried again when another transaction was
         * in the way: all that it writes is kept here. Nothing of the batch is then handled again, and nobody waits for that.
         */
        private Transaction writeAll() {
            boolean own = begun == null;
            for (int attempts = 1; ; attempts++) {
                Transaction transaction = beginNow();
                try {
                    writers.get().forEach(writer -> writer.write(process));
                    CURRENT.remove();
                    if (position != null) {
                        position.store().run();
                    }
                    return transaction;
                } catch (PessimisticLockingFailureException e) {
                    if (!own || attempts == ATTEMPTS) {
                        throw e;
                    }
                    log.warn(
                            "What {} did could not be written, it is tried again: {}",
                            process,
                            e.getMostSpecificCause().getMessage());
                    begun = null;
                    transaction.rollback();
                }
            }
        }

        @Override
        public void rollback() {
            CURRENT.remove();
            if (begun != null) {
                begun.rollback();
            }
            drop();
        }
    }
}
