package io.firstcome.web;

import io.firstcome.web.Http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A crowd of which each asks again as soon as it has an answer, or a little after it was told to come again. */
final class Overload implements AutoCloseable {

    private static final int CROWD = 200;
    private static final Duration IMPATIENCE = Duration.ofMillis(50);

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> crowd;

    record Told(Answer answer, Duration after) {}

    Overload(int port) {
        Http http = new Http(port);
        crowd = IntStream.range(0, CROWD)
                .mapToObj(user -> Thread.ofVirtual().start(() -> ask(http, Integer.toString(user))))
                .toList();
    }

    private void ask(Http http, String user) {
        String token = Http.bearer(user, io.firstcome.web.security.Role.CUSTOMER);
        while (!over.get()) {
            long begin = System.nanoTime();
            Answer answer = http.post("/api/v1/slow", "{}", "Authorization", token);
            told.add(new Told(answer, Duration.ofNanos(System.nanoTime() - begin)));
            if (answer.status() == 503) {
                LockSupport.parkNanos(IMPATIENCE.toNanos());
            }
        }
    }

    /** What was told with this status by now. */
    List<Told> told(int status) {
        return told.stream().filter(one -> one.answer().status() == status).toList();
    }

    int count() {
        return told.size();
    }

    /** How long half of those with this status had to wait at least; on a busy machine most of it is the client's own. */
    Duration median(int status) {
        List<Duration> sorted = told(status).stream().map(Told::after).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** How many half of those that were let in had before them at least. */
    int medianBefore() {
        List<Integer> sorted = told(200).stream()
                .map(one -> one.answer().json().path("before").asInt())
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The crowd goes, when each has its last answer. */
    @Override
    public void close() {
        over.set(true);
        for (Thread thread : crowd) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
