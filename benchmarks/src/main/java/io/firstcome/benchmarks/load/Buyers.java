package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Customers with points who order one piece and pay for it, each connection one step at a time.
 *
 * <p>wrk cannot do this: the payment needs the answer to the order. Every answer is read.
 */
public final class Buyers {

    private static final int POINTS = 2_000_000;

    private final int port;
    private final int connections;
    private final List<String> ids = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** @param prefix what their ids begin with */
    public Buyers(int port, int connections, String prefix, int count) {
        this.port = port;
        this.connections = connections;
        Tokens issuer = new Tokens();
        for (int i = 0; i < count; i++) {
            ids.add(prefix + "-" + i);
            tokens.add(issuer.customer(prefix + "-" + i));
        }
    }

    /**
     * What came of it.
     *
     * @param approved orders that were paid: 201 to both requests
     * @param other flows that ended otherwise
     * @param firstOther the answer that ended one of these, or empty
     */
    public record Result(int approved, int other, String firstOther) {}

    /** Gives each the points for a hundred orders and more: as many as one charge may have. */
    public void charge() {
        AtomicInteger charged = new AtomicInteger();
        run(connection -> {
            int buyer = charged.getAndIncrement();
            if (buyer < ids.size()) {
                byte[] request = Connection.request(
                        "POST",
                        "/api/v1/user/" + ids.get(buyer) + "/point",
                        tokens.get(buyer),
                        "{\"amount\":" + POINTS + "}");
                Answer answer = connection.exchange(request);
                // Not accepted is not charged: the server says so while it is overloaded.
                while (answer.status() == 503 && answer.body().contains("\"UNAVAILABLE\"")) {
                    answer = connection.exchange(request);
                }
                answer.require(200);
            }
            return buyer < ids.size();
        });
    }

    /** Orders and pays, the products in turn, for as long as there is {@code more} to begin. */
    public Result buy(BooleanSupplier more, List<String> products) {
        AtomicInteger approved = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        List<String> others = new ArrayList<>();
        run(connection -> {
            if (!more.getAsBoolean()) {
                return false;
            }
            int flow = next.getAndIncrement();
            Answer last = flow(connection, flow % ids.size(), products.get(flow % products.size()));
            if (last.status() == 201) {
                approved.incrementAndGet();
            } else {
                other.incrementAndGet();
                synchronized (others) {
                    others.add(last.status() + " " + last.body());
                }
            }
            return true;
        });
        return new Result(approved.get(), other.get(), others.isEmpty() ? "" : others.getFirst());
    }

    /** The answer to the payment, or to the order when that was not accepted. */
    private Answer flow(Connection connection, int buyer, String product) throws IOException {
        Answer placed = connection.exchange(Connection.request(
                "POST",
                "/api/v1/order",
                tokens.get(buyer),
                "{\"userId\":\"" + ids.get(buyer) + "\",\"items\":[{\"productId\":\"" + product
                        + "\",\"quantity\":1}]}"));
        if (placed.status() != 201) {
            // An order that is not decided yet is no order that can be paid; 202 must not count as success.
            return placed;
        }
        return connection.exchange(Connection.request(
                "POST", "/api/v1/payment", tokens.get(buyer), "{\"orderId\":\"" + field(placed, "orderId") + "\"}"));
    }

    /** A field of a flat JSON, found without building a tree: this is the client's hot path. */
    private static String field(Answer answer, String name) {
        String mark = "\"" + name + "\":\"";
        int begin = answer.body().indexOf(mark) + mark.length();
        return answer.body().substring(begin, answer.body().indexOf('"', begin));
    }

    /** One step of a connection; false when there is nothing more to do. */
    private interface Step {
        boolean next(Connection connection) throws IOException;
    }

    private void run(Step step) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> {
                    try (Connection connection = new Connection(port)) {
                        boolean more = true;
                        while (more) {
                            more = step.next(connection);
                        }
                        return true;
                    }
                }));
            }
            for (Future<Boolean> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load was broken off", e);
        }
    }
}
