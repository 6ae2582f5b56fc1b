package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The database freezes while people enter a room and ask for their places: who is answered is there once, and who asks as told keeps
 * the place, although a place is idle after 5 seconds.
 *
 * <p>{@code -Dfirstcome.freeze.rounds=20} for the long run.
 */
@Tag("parallel")
class RoomFreezeIT {

    private static final int ROUNDS = Integer.getInteger("firstcome.freeze.rounds", 1);
    private static final int CAPACITY = 20;
    private static final int COMING_AND_GOING = 8;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration UNTIL_REPEATED = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<Duration> FREEZES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(13));

    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unavailable = new AtomicInteger();

    @Test
    void givenPeopleWhoEnterAndAsk_whenTheDatabaseFreezes_thenNobodyLosesThePlaceOrIsAnsweredWith500(
            @TempDir Path data) {
        try (StandaloneProcess system = StandaloneProcess.start(data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CouponRoom room = CouponRoom.newRoom(
                    system.port(),
                    10_000,
                    ",\"capacity\":" + CAPACITY + ",\"admitPerMinute\":1000,\"idleSeconds\":" + IDLE.toSeconds());
            List<String> staying = new ArrayList<>();
            List<CompletableFuture<Void>> people = new ArrayList<>();
            try {
                // The negative control: who does not ask is idle.
                enter(room, "silent");
                for (int number = 1; number < CAPACITY; number++) {
                    staying.add(comeAndAsk(room, "first-" + number, people, threads));
                }
                for (int number = 0; number < COMING_AND_GOING; number++) {
                    String prefix = "late-" + number + "-";
                    people.add(CompletableFuture.runAsync(() -> comeAndGo(room, prefix), threads));
                }
                for (int number = 0; number < ROUNDS * FREEZES.size(); number++) {
                    // They wait when it freezes: the one who leaves makes room for one of them.
                    staying.add(comeAndAsk(room, "next-" + number, people, threads));
                    staying.add(comeAndAsk(room, "after-" + number, people, threads));
                    people.add(freeze(system, room, staying.removeFirst(), FREEZES.get(number % 2), threads));
                }
            } finally {
                over.set(true);
            }
            people.forEach(CompletableFuture::join);
            assertThat(problems).isEmpty();
            assertThat(unavailable).as("the freezes were noticed").hasPositiveValue();
            assertKept(RoomHistory.of(new ObservedState(system), room.room()).assertSound(), staying);
        }
    }

    private void assertKept(RoomHistory history, List<String> staying) {
        assertThat(history.entered()).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(history.endsOf("silent")).containsExactly("IDLE");
        assertThat(staying)
                .hasSizeGreaterThanOrEqualTo(CAPACITY)
                .allSatisfy(user -> assertThat(history.endsOf(user)).as(user).isEmpty());
        assertThat(left)
                .hasSizeGreaterThan(COMING_AND_GOING)
                .allSatisfy(user -> assertThat(history.endsOf(user)).as(user).containsExactly("LEFT"));
    }

    /** Returns how one who is let in leaves, which is asked for as soon as the database does not answer. */
    private CompletableFuture<Void> freeze(
            StandaloneProcess system, CouponRoom room, String leaving, Duration freeze, Executor threads) {
        LockSupport.parkNanos(BETWEEN.toNanos());
        long database = system.mariaDbPid();
        Signals.send("STOP", database);
        CompletableFuture<Void> leave = CompletableFuture.runAsync(() -> leave(room, leaving), threads);
        LockSupport.parkNanos(freeze.toNanos());
        Signals.send("CONT", database);
        // Until all who are idle have been found.
        LockSupport.parkNanos(IDLE.plus(BETWEEN).toNanos());
        return leave;
    }

    private String comeAndAsk(CouponRoom room, String user, List<CompletableFuture<Void>> people, Executor threads) {
        enter(room, user);
        people.add(CompletableFuture.runAsync(() -> ask(room, user), threads));
        return user;
    }

    private void comeAndGo(CouponRoom room, String prefix) {
        for (int turn = 0; !over.get(); turn++) {
            enter(room, prefix + turn);
            leave(room, prefix + turn);
        }
    }

    private void enter(CouponRoom room, String user) {
        if (answer(room, room.enterOnce(user), 201)) {
            acknowledged.add(user);
        }
    }

    private void leave(CouponRoom room, String user) {
        if (answer(room, room.leaveOnce(user), 200)) {
            left.add(user);
        }
    }

    /** Repeats the request under its key until it has an outcome. */
    private boolean answer(CouponRoom room, Request request, int status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Response response = exchange(room, request);
        while (response.status() != status && System.nanoTime() - end < 0 && problems.isEmpty()) {
            LockSupport.parkNanos(UNTIL_REPEATED.toNanos());
            response = exchange(room, request);
        }
        if (response.status() != status) {
            problems.add("No outcome: " + RoomCrowd.describe(response));
        }
        return response.status() == status;
    }

    /** As often as told. */
    private void ask(CouponRoom room, String user) {
        while (!over.get()) {
            Response response = exchange(room, room.me(user));
            long pause = 1;
            if (response.status() == 200) {
                JsonNode place = CouponRoom.read(response);
                pause = place.get("pollAfterSeconds").asLong();
                if (CouponRoom.is("LEFT", place)) {
                    return;
                }
                if (!CouponRoom.is("WAITING", place) && !CouponRoom.is("ADMITTED", place)) {
                    problems.add(user + " has lost the place: " + place);
                    return;
                }
            }
            LockSupport.parkNanos(Duration.ofSeconds(pause).toNanos());
        }
    }

    private Response exchange(CouponRoom room, Request request) {
        Response response = room.exchange(request);
        boolean expected =
                switch (response.status()) {
                    case 200, 201 -> true;
                    case 409 -> response.code().equals("IDEMPOTENCY_KEY_IN_USE");
                    case 503 -> {
                        unavailable.incrementAndGet();
                        yield response.headers().containsKey("retry-after")
                                && !response.code().isEmpty();
                    }
                    default -> false;
                };
        if (!expected) {
            problems.add(request.head().lines().findFirst().orElse("") + ": " + RoomCrowd.describe(response));
        }
        return response;
    }
}
