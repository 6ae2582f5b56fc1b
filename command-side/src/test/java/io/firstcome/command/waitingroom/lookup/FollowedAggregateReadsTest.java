package io.firstcome.command.waitingroom.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.TransientDataAccessResourceException;

/** Who asks for more than is known waits for the tail, or for the store; nobody else does. */
@Timeout(30)
class FollowedAggregateReadsTest {

    private static final String TEA = "tea:1";

    private final MemoryStore store = new MemoryStore();
    private final FollowedAggregate<List<Object>> tea =
            new FollowedAggregate<>(store.events(), TEA, ArrayList::new, List::add);

    FollowedAggregateReadsTest() {
        stored("heated");
        state();
    }

    private DomainEventMessage<?> stored(String payload) {
        return store.append("tea", TEA, payload);
    }

    private List<Object> state() {
        return tea.read(List::copyOf);
    }

    private List<Object> state(long atLeast) {
        return tea.read(atLeast, List::copyOf);
    }

    private List<Object> storedState() {
        return tea.readStored(List::copyOf);
    }

    @Test
    void givenEventThatTheTailTellsAMomentLater_whenReadThatFar_thenTheStoreIsNotRead() {
        DomainEventMessage<?> brewed = stored("brewed");
        CompletableFuture<List<Object>> read = CompletableFuture.supplyAsync(() -> state(1));
        tea.tell(brewed);

        assertThat(read.join()).containsExactly("heated", "brewed");
        assertThat(store.reads()).hasSize(1);
    }

    @Test
    void givenEventThatTheTailDoesNotTell_whenReadThatFar_thenTheStoreIsRead() {
        stored("brewed");

        assertThat(state(1)).containsExactly("heated", "brewed");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@1");
    }

    @Test
    void givenEventOfAnotherNode_whenAllThatIsStoredIsRead_thenItIsThere() {
        stored("brewed");
        assertThat(state()).containsExactly("heated");

        assertThat(storedState()).containsExactly("heated", "brewed");
        assertThat(state()).containsExactly("heated", "brewed");
    }

    /** Somebody who asks for more, while the database is frozen, keeps nobody else from their place. */
    @Test
    void givenStoreThatHangs_whenOneAsksForMore_thenTheOthersAreAnswered() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch frozen = new CountDownLatch(1);
        store.duringNextRead(() -> {
            begun.countDown();
            await().until(() -> frozen.getCount() == 0);
        });
        CompletableFuture<List<Object>> more = CompletableFuture.supplyAsync(this::storedState);
        await().until(() -> begun.getCount() == 0);
        tea.tell(stored("brewed"));

        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(more).isNotDone();
        frozen.countDown();
        assertThat(more.join()).containsExactly("heated", "brewed");
    }

    @Test
    void givenManyWhoAskForMoreAtOnce_whenTheStoreIsSlow_thenItIsReadOnceForAllOfThem() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        store.duringNextRead(() -> {
            begun.countDown();
            await().until(() -> slow.getCount() == 0);
        });
        CompletableFuture<List<Object>> first = CompletableFuture.supplyAsync(this::storedState);
        await().until(() -> begun.getCount() == 0);
        stored("brewed");
        List<FutureTask<List<Object>>> others =
                Stream.generate(() -> new FutureTask<>(this::storedState)).limit(20).toList();
        List<Thread> threads = others.stream().map(Thread::startVirtualThread).toList();
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        slow.countDown();

        assertThat(first.join()).contains("heated");
        for (FutureTask<List<Object>> other : others) {
            assertThat(other.get()).containsExactly("heated", "brewed");
        }
        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@1", TEA + "@1");
    }

    @Test
    void givenStoreThatDoesNotAnswer_whenOneAsksForMore_thenOnlyThatFails() {
        store.failAfter(0);
        stored("brewed");
        assertThatIllegalStateException().isThrownBy(this::storedState);

        assertThat(state()).containsExactly("heated");
        assertThat(tea.current()).isNotNull();
        store.recover();
        assertThat(await().ignoreException(TransientDataAccessResourceException.class)
                        .until(this::storedState, read -> true))
                .containsExactly("heated", "brewed");
    }
}
