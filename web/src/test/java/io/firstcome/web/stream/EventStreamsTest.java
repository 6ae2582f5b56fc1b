package io.firstcome.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.stream.EventStreams.Limits;
import io.firstcome.web.stream.EventStreams.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

@Timeout(30)
class EventStreamsTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    /** Its clock does not tick in time, so that the tests do it. */
    private final Numbers numbers = new Numbers(NEVER, Limits.STANDARD);

    /** Its clock ticks all the time, and a stream is quiet soon. */
    private final Numbers hasty = new Numbers(AT_ONCE, new Limits(2, AT_ONCE, Duration.ofMinutes(30)));

    EventStreamsTest() {
        numbers.start();
        hasty.start();
    }

    @AfterEach
    void stop() {
        numbers.stop();
        hasty.stop();
    }

    /** Streams of a number for each subject; a negative one cannot be read. */
    private static final class Numbers extends EventStreams<String, Integer> {

        private final Map<String, Integer> states = new ConcurrentHashMap<>();
        private final List<String> read = new CopyOnWriteArrayList<>();

        private Numbers(Duration pause, Limits limits) {
            super("numbers", pause, limits);
        }

        @Override
        protected Optional<Integer> stateOf(String subject) {
            read.add(subject);
            Optional<Integer> state = Optional.ofNullable(states.get(subject));
            if (state.orElse(0) < 0) {
                throw new IllegalStateException("The store is away");
            }
            return state;
        }
    }

    /** Tells a number that is greater than the last one. */
    private static class Greater implements Source<Integer> {

        private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        private volatile int last;

        @Override
        public boolean hasNews(Integer state) {
            return state > last;
        }

        @Override
        public Optional<SseEventBuilder> next(Integer state, boolean quiet) {
            threads.add(Thread.currentThread());
            if (!hasNews(state)) {
                return Optional.empty();
            }
            last = state;
            return Optional.of(SseEmitter.event().name("number").data(state.toString()));
        }

        /** Waits until what was to be sent is sent. */
        void await() throws InterruptedException {
            Thread thread = threads.poll(10, TimeUnit.SECONDS);
            assertThat(thread).as("a thread that sends").isNotNull();
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static Connection connect(Numbers streams, String subject, Source<Integer> source) throws Exception {
        Connection connection = Connection.to(streams.listen(subject, source));
        assertThat(connection.next()).isEqualTo(":connected");
        return connection;
    }

    private static String number(int number) {
        return "event:number\ndata:" + number;
    }

    @Test
    void givenListeners_whenStatesChange_thenEachIsToldOnceAndAStateIsReadOncePerTick() throws Exception {
        Greater other = new Greater();
        Connection one = connect(numbers, "a", new Greater());
        Connection two = connect(numbers, "a", new Greater());
        Connection three = connect(numbers, "b", other);
        numbers.states.putAll(Map.of("a", 1, "b", 0));
        numbers.tick();
        assertThat(one.next()).isEqualTo(number(1));
        assertThat(two.next()).isEqualTo(number(1));

        numbers.states.put("b", 7);
        numbers.tick();
        assertThat(three.next()).isEqualTo(number(7));

        assertThat(numbers.read).containsExactlyInAnyOrder("a", "b", "a", "b");
        assertThat(other.threads).as("threads started for b").hasSize(1);
        assertThat(one.timeout()).isEqualTo(Duration.ofMinutes(30).toMillis());
    }

    @Test
    void givenListener_whenTheClockTicks_thenItIsToldWithoutBeingAsked() throws Exception {
        hasty.states.put("a", 3);
        Connection connection = connect(hasty, "a", new Greater());
        String next = connection.next();
        while (":nothing has changed".equals(next)) {
            next = connection.next();
        }

        assertThat(next).isEqualTo(number(3));
    }

    @Test
    void givenSlowListener_whenTicksGoOn_thenTheyPassItOverAndItGetsTheNewestState() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Greater slow = new Greater() {
            @Override
            public Optional<SseEventBuilder> next(Integer state, boolean quiet) {
                Optional<SseEventBuilder> event = super.next(state, quiet);
                try {
                    assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return event;
            }
        };
        Connection connection = connect(numbers, "a", slow);
        for (int state = 1; state <= 3; state++) {
            numbers.states.put("a", state);
            numbers.tick();
        }
        release.countDown();
        slow.await();
        assertThat(slow.threads).as("threads beside the slow one").isEmpty();

        numbers.tick();
        assertThat(connection.next()).isEqualTo(number(1));
        assertThat(connection.next()).isEqualTo(number(3));
    }

    @Test
    void givenQuietStream_whenTheSourceHasNothingOrThereIsNoState_thenAComment() throws Exception {
        hasty.states.put("a", 0);
        Connection known = connect(hasty, "a", new Greater());
        Connection unknown = connect(hasty, "nowhere", new Greater());

        for (int i = 0; i < 2; i++) {
            assertThat(known.next()).isEqualTo(":nothing has changed");
            assertThat(unknown.next()).isEqualTo(":nothing has changed");
        }
    }

    @Test
    void givenQuietStream_whenTheSourceRepeatsItself_thenItsEventInsteadOfTheComment() throws Exception {
        hasty.states.put("a", 0);
        Connection connection = connect(hasty, "a", new Source<>() {
            @Override
            public boolean hasNews(Integer state) {
                return false;
            }

            @Override
            public Optional<SseEventBuilder> next(Integer state, boolean quiet) {
                return Optional.of(SseEmitter.event().data("quiet " + quiet));
            }
        });

        assertThat(connection.next()).isEqualTo("data:quiet true");
        assertThat(connection.next()).isEqualTo("data:quiet true");
    }

    @Test
    void givenStateThatCannotBeRead_whenItCanBeReadAgain_thenItIsToldAndOthersWereToldMeanwhile() throws Exception {
        Connection one = connect(numbers, "a", new Greater());
        Connection two = connect(numbers, "b", new Greater());
        numbers.states.putAll(Map.of("a", -1, "b", 2));
        numbers.tick();
        assertThat(two.next()).isEqualTo(number(2));

        numbers.states.put("a", 1);
        numbers.tick();
        assertThat(one.next()).isEqualTo(number(1));
    }

    @Test
    void givenSourceThatFails_whenItWorksAgain_thenItIsStillListened() throws Exception {
        Greater failing = new Greater() {
            @Override
            public Optional<SseEventBuilder> next(Integer state, boolean quiet) {
                Optional<SseEventBuilder> event = super.next(state, quiet);
                if (state == 1) {
                    throw new IllegalStateException("The store is away");
                }
                return event;
            }
        };
        Connection connection = connect(numbers, "a", failing);
        numbers.states.put("a", 1);
        numbers.tick();
        failing.await();
        numbers.states.put("a", 2);
        numbers.tick();

        assertThat(connection.next()).isEqualTo(number(2));
        assertThat(numbers.size()).isEqualTo(1);
    }

    @Test
    void givenClientThatHasGone_whenItIsSentTo_thenItIsRemovedAndOthersStay() throws Exception {
        Greater lost = new Greater();
        Connection gone = connect(numbers, "a", lost);
        Connection stays = connect(numbers, "a", new Greater());
        gone.breakOff();
        numbers.states.put("a", 1);
        numbers.tick();

        lost.await();
        assertThat(stays.next()).isEqualTo(number(1));
        assertThat(numbers.size()).isEqualTo(1);
    }

    @Test
    void givenAsManyListenersAsMay_whenOneMoreComes_thenUnavailableUntilOneHasGone() throws Exception {
        SseEmitter first = hasty.listen("a", new Greater());
        Connection.to(first);
        connect(hasty, "b", new Greater());
        assertThatThrownBy(() -> hasty.listen("a", new Greater())).satisfies(EventStreamsTest::isUnavailable);

        first.complete();
        assertThat(connect(hasty, "a", new Greater()).isOpen()).isTrue();
    }

    @Test
    void givenStreams_whenStopped_thenAllAreCompletedAndNobodyMayListen() throws Exception {
        List<Connection> all = List.of(connect(numbers, "a", new Greater()), connect(numbers, "b", new Greater()));
        numbers.stop();

        assertThat(all).noneMatch(Connection::isOpen);
        assertThat(numbers.size()).isZero();
        assertThat(numbers.isRunning()).isFalse();
        assertThatThrownBy(() -> numbers.listen("a", new Greater())).satisfies(EventStreamsTest::isUnavailable);
    }

    /** The last phase is stopped first, before the web server waits for requests under way. */
    @Test
    void givenStreams_whenTheirPhaseIsRead_thenItIsTheLast() {
        assertThat(numbers.getPhase()).isEqualTo(Integer.MAX_VALUE);
    }

    private static void isUnavailable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE.name()));
    }
}
