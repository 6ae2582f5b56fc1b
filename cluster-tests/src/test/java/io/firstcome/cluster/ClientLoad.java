package io.firstcome.cluster;

import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers who take coupons, charge points, order and pay by card, each request with a key that it is repeated with
 * until its outcome is known; and readers beside them.
 */
final class ClientLoad {
    private static final int CUSTOMERS = 12;
    private static final int READERS = 4;
    private static final long CHARGE = 1_000;
    private static final Duration PACE = Duration.ofMillis(40);
    private static final Duration PAUSE_BEFORE_REPEAT = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RunningCluster cluster;
    private final Journal journal;
    private final String drill;
    private final Queue<Exchange> reads = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    private ClientLoad(RunningCluster cluster, Journal journal, String drill) {
        this.cluster = cluster;
        this.journal = journal;
        this.drill = drill;
    }

    /**
     * @param drill makes coupons, users and keys those of this load alone; the coupons {@code drill-0} and {@code
     * drill-1} and the product {@code drill} exist
     */
    static ClientLoad start(RunningCluster cluster, Journal journal, String drill) {
        ClientLoad load = new ClientLoad(cluster, journal, drill);
        for (int i = 0; i < CUSTOMERS; i++) {
            int number = i;
            load.running.add(load.threads.submit(() -> load.buy(number)));
        }
        for (int i = 0; i < READERS; i++) {
            int number = i;
            load.running.add(load.threads.submit(() -> load.read(number)));
        }
        return load;
    }

    private void buy(int customer) {
        try (HttpClient client = newClient()) {
            for (int i = 0; !stopped; i++) {
                String key = drill + "-" + customer + "-" + i;
                String user = drill + "-u" + customer + "-" + i;
                switch (i % 4) {
                    case 2 ->
                        untilDecided(client, KeyedRequest.charge(key, drill + "-w" + customer + "-" + i / 120, CHARGE));
                    case 3 -> orderAndPay(client, key, user);
                    default -> untilDecided(client, KeyedRequest.publish(key, user, drill + "-" + i % 2));
                }
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    private void orderAndPay(HttpClient client, String key, String user) {
        Exchange placed = untilDecided(client, KeyedRequest.order(key, user, drill));
        // One that is answered before it is decided, 202, can't be paid yet.
        if (placed.status() == HttpURLConnection.HTTP_CREATED) {
            untilDecided(client, KeyedRequest.pay(key + "-pay", user, placed.text("orderId")));
        }
    }

    private Exchange untilDecided(HttpClient client, KeyedRequest request) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            Exchange exchange = cluster.post(client, request);
            journal.add(request, exchange);
            if (exchange.isDecided() || System.nanoTime() > end) {
                return exchange;
            }
            LockSupport.parkNanos(PAUSE_BEFORE_REPEAT.toNanos());
        }
    }

    private void read(int reader) {
        try (HttpClient client = newClient()) {
            while (!stopped) {
                reads.add(cluster.get(client, "/api/v1/coupon/" + drill + "-" + reader % 2));
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * Ends when every customer knows the outcome of what he has begun. Returns what was read, and how it was answered.
     */
    List<Exchange> finish() {
        stopped = true;
        try {
            for (Future<?> each : running) {
                each.get();
            }
            return List.copyOf(reads);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load was broken off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
