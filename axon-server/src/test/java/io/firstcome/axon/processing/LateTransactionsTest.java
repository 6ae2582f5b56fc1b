package io.firstcome.axon.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class LateTransactionsTest {

    private static final String PROCESS = "process";

    /** What happened, in its order. */
    private final List<String> journal = new ArrayList<>();

    private boolean more;
    private boolean refusing;
    private int locked;
    private final LateTransactions late = late(Duration.ofHours(1));
    private final LateTokenStore tokens = new LateTokenStore(new InMemoryTokenStore(), late);

    private final class Journaled implements TransactionManager {
        @Override
        public Transaction startTransaction() {
            journal.add("begin");
            return new Transaction() {
                @Override
                public void commit() {
                    if (refusing) {
                        throw new IllegalStateException("The database is away");
                    }
                    journal.add("commit");
                }

                @Override
                public void rollback() {
                    journal.add("rollback");
                }
            };
        }
    }

    private final class Kept implements LateWriter {
        @Override
        public void write(String process) {
            if (locked > 0) {
                locked--;
                throw new CannotAcquireLockException("Deadlock");
            }
            journal.add("write");
        }

        @Override
        public void written(String process) {
            journal.add("written");
        }

        @Override
        public void drop(String process) {
            journal.add("drop");
        }
    }

    LateTransactionsTest() {
        tokens.initializeTokenSegments(PROCESS, 1);
        journal.clear();
    }

    private LateTransactions late(Duration longest) {
        return new LateTransactions(PROCESS, new Journaled(), () -> List.of(new Kept()), position -> more, longest);
    }

    private long stored() {
        long position = tokens.tokens().fetchToken(PROCESS, 0) instanceof GlobalSequenceTrackingToken token
                ? token.getGlobalIndex()
                : 0;
        tokens.tokens().releaseClaim(PROCESS, 0);
        return position;
    }

    private void batch(long position) {
        Transaction transaction = late.startTransaction();
        tokens.storeToken(new GlobalSequenceTrackingToken(position), PROCESS, 0);
        transaction.commit();
    }

    @Test
    void givenNothingMoreToCome_whenABatchCommits_thenItIsWrittenWithItsPosition() {
        batch(7);

        assertThat(journal).containsExactly("begin", "write", "commit", "written");
        assertThat(stored()).isEqualTo(7);
    }

    @Test
    void givenMoreToCome_whenABatchCommits_thenItIsWrittenWithTheLast() {
        more = true;
        batch(7);
        batch(8);
        assertThat(journal).isEmpty();
        assertThat(stored()).isZero();
        more = false;
        batch(9);

        assertThat(journal).containsExactly("begin", "write", "commit", "written");
        assertThat(stored()).isEqualTo(9);
    }

    @Test
    void givenMoreToComeForLong_whenBatchesCommit_thenTheyAreWrittenAllTheSame() {
        more = true;
        LateTransactions patient = late(Duration.ofMillis(30));

        await().until(() -> {
            Transaction batch = patient.startTransaction();
            patient.note(new GlobalSequenceTrackingToken(7), () -> journal.add("position"));
            batch.commit();
            return journal.contains("position");
        });
        assertThat(journal).containsExactly("begin", "write", "position", "commit", "written");
    }

    @Test
    void givenABatchThatWritesItself_whenItCommits_thenEverythingIsWrittenWithIt() {
        more = true;
        Transaction transaction = late.startTransaction();
        assertThat(LateTransactions.isOpen()).isTrue();
        LateTransactions.begin();
        journal.add("a card request");
        tokens.storeToken(new GlobalSequenceTrackingToken(7), PROCESS, 0);
        transaction.commit();

        assertThat(journal).containsExactly("begin", "a card request", "write", "commit", "written");
        assertThat(stored()).isEqualTo(7);
        assertThat(LateTransactions.isOpen()).isFalse();
    }

    @Test
    void givenUnwrittenBatches_whenOneIsRolledBack_thenAllAreForgotten() {
        more = true;
        batch(7);
        Transaction transaction = late.startTransaction();
        tokens.storeToken(new GlobalSequenceTrackingToken(8), PROCESS, 0);
        transaction.rollback();

        assertThat(journal).containsExactly("drop");
        assertThat(stored()).isZero();
    }

    @Test
    void givenACommitThatFails_whenItIsRolledBack_thenAllIsForgottenAndNothingCountsAsWritten() {
        refusing = true;
        Transaction transaction = late.startTransaction();
        tokens.storeToken(new GlobalSequenceTrackingToken(8), PROCESS, 0);
        assertThatThrownBy(transaction::commit).hasMessage("The database is away");
        transaction.rollback();

        assertThat(journal).containsExactly("begin", "write", "rollback", "drop");
        assertThat(LateTransactions.isOpen()).isFalse();
    }

    @Test
    void givenAnotherTransactionInTheWay_whenABatchCommits_thenItIsWrittenOnceMoreAndNothingIsForgotten() {
        more = true;
        batch(7);
        more = false;
        locked = 2;
        batch(8);

        assertThat(journal)
                .containsExactly("begin", "rollback", "begin", "rollback", "begin", "write", "commit", "written");
        assertThat(stored()).isEqualTo(8);
    }

    @Test
    void givenAnotherTransactionThatStaysInTheWay_whenABatchCommits_thenItFails() {
        locked = Integer.MAX_VALUE;
        Transaction transaction = late.startTransaction();
        assertThatThrownBy(transaction::commit).isInstanceOf(CannotAcquireLockException.class);
        transaction.rollback();

        assertThat(journal).containsExactly("begin", "rollback", "begin", "rollback", "begin", "rollback", "drop");
        assertThat(LateTransactions.isOpen()).isFalse();
    }

    /** What the batch itself has written is not known here, so it has to be handled again. */
    @Test
    void givenABatchThatWritesItself_whenAnotherTransactionIsInTheWay_thenItFailsAtOnce() {
        locked = 1;
        Transaction transaction = late.startTransaction();
        LateTransactions.begin();
        assertThatThrownBy(transaction::commit).isInstanceOf(CannotAcquireLockException.class);
        transaction.rollback();

        assertThat(journal).containsExactly("begin", "rollback", "drop");
    }

    @Test
    void givenUnwrittenBatches_whenTheProcessIsClaimedAgain_thenItBeginsAtWhatIsStored() {
        batch(3);
        more = true;
        batch(7);
        journal.clear();

        assertThat(tokens.fetchToken(PROCESS, 0)).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(journal).containsExactly("drop");
    }

    @Test
    void givenNoBatch_whenAPositionIsStored_thenItIsStoredAtOnce() {
        tokens.storeToken(new GlobalSequenceTrackingToken(5), PROCESS, 0);

        assertThat(stored()).isEqualTo(5);
        assertThat(LateTransactions.isOpen()).isFalse();
    }
}
