package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String HASH = Passwords.hash("password");

    @Test
    void givenNobodyOfThatName_whenCompared_thenItTakesAsLongAsAWrongPassword() {
        Passwords passwords = new Passwords();
        long known = shortest(() -> passwords.matches("wrong", HASH, false, PasswordsTest::nothing));
        long unknown = shortest(() -> passwords.matches("password", null, false, PasswordsTest::nothing));

        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private static void nothing() {}

    /** The shortest of several is what it takes; all else is what the machine does beside. */
    private static long shortest(Runnable comparison) {
        return LongStream.range(0, 8)
                .map(i -> {
                    long begun = System.nanoTime();
                    comparison.run();
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void givenASlowOneAtItsTurn_whenMoreSlowOnesCome_thenTheyWaitInABoundedLineAndTheRestIsRefused() throws Exception {
        Passwords passwords = new Passwords(2);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> atItsTurn = threads.submit(() -> passwords.matches("password", HASH, true, () -> {
                begun.countDown();
                await(goOn);
            }));
            await(begun);
            Future<Boolean> waiting = threads.submit(() -> passwords.matches("wrong", HASH, true, second::countDown));
            Awaitility.await().until(() -> passwords.inSingleFile() == 2);

            assertThatThrownBy(() -> passwords.matches("password", HASH, true, PasswordsTest::nothing))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.status()).isEqualTo(429));
            assertThat(second.getCount()).as("in single file").isOne();

            goOn.countDown();
            assertThat(atItsTurn.get()).isTrue();
            assertThat(waiting.get()).isFalse();
            assertThat(passwords.matches("password", HASH, true, PasswordsTest::nothing))
                    .isTrue();
        }
    }

    /** Whoever waits here has the place of a command that could be carried out. */
    @Test
    void givenAllCoresTaken_whenMoreComeThanMayWait_thenTheRestIsToldSoAtOnce() throws Exception {
        Passwords passwords = new Passwords();
        CountDownLatch begun = new CountDownLatch(Passwords.CORES);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Passwords.CORES + Passwords.MOST_IN_LINE; i++) {
                threads.execute(() -> passwords.matches("wrong", HASH, false, () -> {
                    begun.countDown();
                    await(goOn);
                }));
            }
            await(begun);
            Awaitility.await().until(() -> passwords.inLine() == Passwords.MOST_IN_LINE);

            assertThatThrownBy(() -> passwords.matches("password", HASH, false, PasswordsTest::nothing))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.status()).isEqualTo(503));

            goOn.countDown();
        }
        assertThat(passwords.matches("password", HASH, false, PasswordsTest::nothing))
                .isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
