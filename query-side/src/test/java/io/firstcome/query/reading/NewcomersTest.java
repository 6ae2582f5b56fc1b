package io.firstcome.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processing.ViewProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NewcomersTest {

    @Test
    void givenAViewThatIsUpToDate_whenNothingIsFound_thenItIsLookedForOnceMoreAndNobodyWaits() {
        AtomicInteger reads = new AtomicInteger();
        Newcomers newcomers = new Newcomers(processor -> true);
        long before = System.nanoTime();

        assertThat(newcomers.find("stock", () -> {
                    reads.incrementAndGet();
                    return Optional.empty();
                }))
                .isEmpty();

        assertThat(reads).hasValue(1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Newcomers.PATIENCE);
    }

    @Test
    void givenAViewThatIsBehind_whenTheThingArrives_thenItIsFound() {
        AtomicInteger reads = new AtomicInteger();

        assertThat(new Newcomers(processor -> false)
                        .find("stock", () -> reads.incrementAndGet() < 3 ? Optional.empty() : Optional.of("it")))
                .contains("it");
    }

    @Test
    void givenAViewThatStaysBehind_whenNothingArrives_thenTheWaitIsBounded() {
        long before = System.nanoTime();

        assertThat(new Newcomers(processor -> false).find("stock", Optional::empty))
                .isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Newcomers.PATIENCE, Newcomers.PATIENCE.multipliedBy(10));
    }

    @Test
    void givenAllPlacesTaken_whenOneMoreAsks_thenTheyAreToldAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(Newcomers.PLACES);
        CountDownLatch go = new CountDownLatch(1);
        Newcomers newcomers = new Newcomers(processor -> true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Newcomers.PLACES; i++) {
                threads.execute(() -> newcomers.find("stock", () -> {
                    inside.countDown();
                    awaitOpen(go);
                    return Optional.empty();
                }));
            }
            inside.await();

            assertThat(newcomers.find("stock", () -> Optional.of("not looked for")))
                    .isEmpty();
            go.countDown();
        }
        assertThat(newcomers.find("stock", () -> Optional.of("looked for"))).contains("looked for");
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givenManyWhoAskAtOnce_whenTheViewIsChecked_thenThatIsDoneForAllTogetherAndNeverTooEarly() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ViewProgress progress = processor -> {
            int number = checks.incrementAndGet();
            firstRuns.countDown();
            awaitOpen(go);
            // What was stored meanwhile is seen only by a check that began later.
            return number > 1;
        };
        SharedCheck check = new SharedCheck(() -> progress.hasCaughtUp("stock"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(check::get);
            firstRuns.await();
            List<Thread> later = new ArrayList<>();
            List<Boolean> results = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 50; i++) {
                later.add(Thread.ofPlatform().start(() -> results.add(check.get())));
            }
            for (Thread thread : later) {
                await().until(() -> thread.getState() == Thread.State.WAITING);
            }
            go.countDown();
            for (Thread thread : later) {
                thread.join();
            }

            assertThat(first.get()).isFalse();
            assertThat(results).hasSize(50).containsOnly(true);
        }
        assertThat(checks).hasValue(2);
    }
}
