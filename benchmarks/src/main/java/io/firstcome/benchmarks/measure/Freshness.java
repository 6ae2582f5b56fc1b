package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Connection;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.system.Ours;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How old what is read may be, as a client sees it.
 *
 * <p>Receives a piece of stock some times a second; from the answer on it reads the stock again and again until the piece is there.
 * The time of the reads themselves, under the load that is measured, is in the figure.
 */
final class Freshness implements AutoCloseable {

    private static final Pattern ETAG = Pattern.compile("\netag: *\"([0-9]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":([0-9]+)");
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Ours system;
    private final String product;
    private final List<Double> millis = new ArrayList<>();
    private final long before;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Exception failure;

    private Freshness(Ours system, String product) {
        this.system = system;
        this.product = product;
        this.before = onHand();
        this.thread = Thread.ofPlatform().name("freshness").unstarted(this::work);
    }

    static Freshness watch(Ours system, String product) {
        Freshness freshness = new Freshness(system, product);
        freshness.thread.start();
        return freshness;
    }

    private void work() {
        byte[] read = Connection.request("GET", path(), "", "", "");
        byte[] receive = Connection.request("POST", path(), Tokens.OPERATOR, "{\"quantity\":1}", "");
        try (Connection connection = new Connection(system.port())) {
            while (!stopped) {
                long version = number(ETAG, ask(connection, receive).header());
                millis.add(untilShown(connection, read, version) / 1e6);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException | IllegalStateException e) {
            failure = e;
        }
    }

    private static long untilShown(Connection connection, byte[] read, long version) throws IOException {
        long begin = System.nanoTime();
        while (number(VERSION, ask(connection, read).body()) < version) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("What was received is not shown");
            }
        }
        return System.nanoTime() - begin;
    }

    private static Connection.Answer ask(Connection connection, byte[] request) throws IOException {
        Connection.Answer answer = connection.exchange(request);
        if (answer.status() != 200) {
            throw new IllegalStateException("Expected 200, got " + answer);
        }
        return answer;
    }

    private static long number(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no " + pattern + " in " + answer);
        }
        return Long.parseLong(matcher.group(1));
    }

    private String path() {
        return "/api/v1/product/" + product + "/stock";
    }

    private long onHand() {
        return system.http().get(path(), "").require(200).json().get("onHand").asLong();
    }

    /** Ends it; figures are complete afterwards. */
    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int count() {
        return millis.size();
    }

    double p99Millis() {
        return Percentiles.of(millis, 99);
    }

    boolean isComplete() {
        return failure == null && !millis.isEmpty() && onHand() == before + millis.size();
    }

    String detail() {
        Exception thrown = failure;
        return thrown == null
                ? millis.size() + " received, " + (onHand() - before) + " more on hand"
                : String.valueOf(thrown.getMessage());
    }

    @Override
    public void close() {
        stop();
    }
}
