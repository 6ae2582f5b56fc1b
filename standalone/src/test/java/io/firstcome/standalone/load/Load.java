package io.firstcome.standalone.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Many connections that send requests at once, each waiting for its answer before it sends the next. */
public final class Load {

    private static final int TIMEOUT_MILLIS = 30_000;

    private Load() {}

    /**
     * A request and what came of it.
     *
     * @param number the request's number
     * @param response null when no whole answer came
     * @param nanos from the first byte sent to the last byte read, or to the failure
     */
    public record Exchange(
            int number, Request request, @Nullable Response response, long nanos) {}

    /** What a run gave. */
    public record Result(List<Exchange> exchanges) {

        public long count(int status) {
            return exchanges.stream()
                    .filter(exchange ->
                            exchange.response() != null && exchange.response().status() == status)
                    .count();
        }
    }

    /** Sends the requests numbered 0 to {@code count - 1}. */
    public static Result run(int port, int connections, int count, IntFunction<Request> requests) {
        AtomicInteger next = new AtomicInteger();
        return run(port, connections, requests, () -> next.get() >= count, next, count);
    }

    /** Sends requests numbered from 0 until {@code stop} says so. */
    public static Result runUntil(BooleanSupplier stop, int port, int connections, IntFunction<Request> requests) {
        return run(port, connections, requests, stop, new AtomicInteger(), Integer.MAX_VALUE);
    }

    private static Result run(
            int port,
            int connections,
            IntFunction<Request> requests,
            BooleanSupplier stop,
            AtomicInteger next,
            int count) {
        CountDownLatch ready = new CountDownLatch(connections);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Exchange>>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> {
                    Connection connection = open(port);
                    ready.countDown();
                    start.await();
                    return work(port, connection, requests, stop, next, count);
                }));
            }
            ready.await();
            start.countDown();
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<List<Exchange>> worker : workers) {
                exchanges.addAll(worker.get());
            }
            return new Result(exchanges);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The load was broken off", e);
        }
    }

    /** Works on one connection; after a lost one, on a new one, and ends when none can be had. */
    private static List<Exchange> work(
            int port,
            @Nullable Connection first,
            IntFunction<Request> requests,
            BooleanSupplier stop,
            AtomicInteger next,
            int count)
            throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        @Nullable Connection connection = first;
        while (connection != null && !stop.getAsBoolean()) {
            int number = next.getAndIncrement();
            if (number >= count) {
                break;
            }
            Request request = requests.apply(number);
            long begin = System.nanoTime();
            try {
                Response response = connection.exchange(request);
                exchanges.add(new Exchange(number, request, response, System.nanoTime() - begin));
                if ("close".equalsIgnoreCase(response.headers().get("connection"))) {
                    connection.close();
                    connection = open(port);
                }
            } catch (IOException e) {
                exchanges.add(new Exchange(number, request, null, System.nanoTime() - begin));
                connection.close();
                connection = open(port);
            }
        }
        if (connection != null) {
            connection.close();
        }
        return exchanges;
    }

    private static @Nullable Connection open(int port) {
        try {
            return new Connection(port, TIMEOUT_MILLIS);
        } catch (IOException e) {
            return null;
        }
    }
}
