package io.firstcome.standalone;

import io.firstcome.standalone.load.Connection;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who enter a room at once, ask for their places without a pause, get their coupon when they are let in, and go when their place
 * has ended. What must not happen to them is kept as a problem.
 */
final class RoomCrowd {

    private static final int ENTERING = 64;
    private static final int ASKING = 8;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int MOST_PROBLEMS = 100;

    private final int port;
    private final CouponRoom room;
    private final List<RoomGuest> guests;
    private final long deadline;
    private final PriorityBlockingQueue<RoomGuest> next =
            new PriorityBlockingQueue<>(16, (one, other) -> Long.compare(one.due() - other.due(), 0));
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicLong lastEntered = new AtomicLong();

    RoomCrowd(int port, CouponRoom room, List<String> users, int entersAgain, Duration patience) {
        this.port = port;
        this.room = room;
        guests = users.stream()
                .map(user -> new RoomGuest(room, user, entersAgain))
                .toList();
        deadline = System.nanoTime() + patience.toNanos();
    }

    /** Returns when all have gone. */
    void run() {
        AtomicInteger toEnter = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < ENTERING; i++) {
                all.add(threads.submit(() -> enter(toEnter)));
            }
            for (int i = 0; i < ASKING; i++) {
                all.add(threads.submit(this::ask));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The crowd was broken off", e);
        }
    }

    private boolean enter(AtomicInteger toEnter) throws IOException {
        try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
            for (int i = toEnter.getAndIncrement(); i < guests.size(); i = toEnter.getAndIncrement()) {
                RoomGuest guest = guests.get(i);
                guest.enter(connection, this::problem);
                lastEntered.accumulateAndGet(System.nanoTime(), Math::max);
                next.add(guest);
            }
        }
        return true;
    }

    private boolean ask() throws IOException, InterruptedException {
        try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
            while (gone.get() < guests.size() && problems.size() < MOST_PROBLEMS) {
                if (System.nanoTime() - deadline > 0) {
                    problem("Only " + gone + " have gone in time");
                    return false;
                }
                RoomGuest guest = next.poll(100, TimeUnit.MILLISECONDS);
                if (guest == null) {
                    continue;
                }
                asked.incrementAndGet();
                guest.ask(connection, this::problem);
                if (guest.hasGone()) {
                    gone.incrementAndGet();
                } else {
                    next.add(guest);
                }
            }
        }
        return true;
    }

    private void problem(String what) {
        problems.add(what);
    }

    CouponRoom room() {
        return room;
    }

    List<RoomGuest> guests() {
        return guests;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    int asked() {
        return asked.get();
    }

    /** By {@link System#nanoTime()}, when the last one was answered who entered. */
    long lastEntered() {
        return lastEntered.get();
    }

    static String describe(Response response) {
        return response.status() + " " + response.body();
    }
}
