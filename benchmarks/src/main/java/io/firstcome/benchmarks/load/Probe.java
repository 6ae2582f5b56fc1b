package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * A few requests at fixed times, whatever becomes of those before: how it feels to be one more customer.
 *
 * <p>The time counts from when the request was due.
 */
public final class Probe implements AutoCloseable {

    private static final long EVERY_NANOS = 10_000_000;
    private static final int MOST_AT_ONCE = 500;

    /**
     * One request.
     *
     * @param dueNanos of {@link System#nanoTime()}
     * @param millis from then until it was answered, or until its connection broke
     * @param status 0 when there was no answer
     */
    public record Sample(long dueNanos, double millis, int status) {}

    private final int port;
    private final IntFunction<byte[]> requests;
    private final List<Sample> samples = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Semaphore open = new Semaphore(MOST_AT_ONCE);
    private final Thread thread;
    private volatile boolean stopped;

    private Probe(int port, IntFunction<byte[]> requests) {
        this.port = port;
        this.requests = requests;
        this.thread = Thread.ofPlatform().name("probe").unstarted(this::send);
    }

    /** Begins to send, a hundred a second. */
    public static Probe start(int port, IntFunction<byte[]> requests) {
        Probe probe = new Probe(port, requests);
        probe.thread.start();
        return probe;
    }

    private void send() {
        long begin = System.nanoTime();
        for (int number = 0; !stopped; number++) {
            long due = begin + number * EVERY_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            byte[] request = requests.apply(number);
            open.acquireUninterruptibly();
            Thread.ofVirtual().start(() -> {
                try {
                    exchange(due, request);
                } finally {
                    open.release();
                }
            });
        }
    }

    private void exchange(long due, byte[] request) {
        int status = 0;
        try {
            Connection connection = take();
            Answer answer = connection.exchange(request);
            status = answer.status();
            if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
                connection.close();
            } else {
                give(connection);
            }
        } catch (IOException e) {
            // Told by the status.
        }
        Sample sample = new Sample(due, (System.nanoTime() - due) / 1e6, status);
        synchronized (samples) {
            samples.add(sample);
        }
    }

    private Connection take() throws IOException {
        synchronized (idle) {
            Connection connection = idle.pollLast();
            if (connection != null) {
                return connection;
            }
        }
        return new Connection(port);
    }

    private void give(Connection connection) {
        synchronized (idle) {
            idle.addLast(connection);
        }
    }

    /** The times of requests that were due in that time and are answered. */
    public List<Double> millisBetween(long fromNanos, long toNanos) {
        synchronized (samples) {
            return samples.stream()
                    .filter(sample -> sample.dueNanos() >= fromNanos && sample.dueNanos() < toNanos)
                    .map(Sample::millis)
                    .toList();
        }
    }

    /** How many were answered with that status. */
    public long count(int status) {
        synchronized (samples) {
            return samples.stream().filter(sample -> sample.status() == status).count();
        }
    }

    /** Ends the sending and waits for all answers. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.acquireUninterruptibly(MOST_AT_ONCE);
        open.release(MOST_AT_ONCE);
        synchronized (idle) {
            for (Connection connection : idle) {
                try {
                    connection.close();
                } catch (IOException e) {
                    // It is gone anyway.
                }
            }
            idle.clear();
        }
    }
}
