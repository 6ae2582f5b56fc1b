package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Buyers;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 9: two views of orders built again from all events, beside only reading these. */
public final class Replay implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final String TITLE =
            "replay of a stock and an order model into MySQL, events a second ÷ raw JDBC scan";
    private static final List<String> VIEWS = List.of("stock", "order");
    private static final String TABLES =
            "CHECKSUM TABLE order_view, order_line_view, order_history_view, stock_view, stock_option_view";
    private static final int ORDERS = 10_000;
    private static final int ORDERS_A_SECOND_OF_A_RUN = 1_250;
    private static final int CONNECTIONS = 64;
    private static final int BUYERS = 1_000;
    private static final int PRODUCTS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public List<String> rows() {
        return List.of("9");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        List<Double> scans = new ArrayList<>();
        List<Double> replays = new ArrayList<>();
        try (Ours ours = session.startOurs("replay", List.of())) {
            int orders = Math.min(
                    ORDERS, ORDERS_A_SECOND_OF_A_RUN * session.settings().seconds());
            fill(session, ours, orders);
            long events = ours.head();
            String before = checksums(ours);
            // Once without counting: the code of a rebuild has not run yet.
            scan(ours);
            rebuild(ours);
            for (int i = 0; i < session.settings().repetitions(); i++) {
                scans.add(events / scan(ours));
                replays.add(VIEWS.size() * events / rebuild(ours));
                log.info("  scan {}/s, replay {}/s", Figures.of(scans.getLast()), Figures.of(replays.getLast()));
            }
            String after = checksums(ours);
            checks.verify("the views are the same as before, row by row", before.equals(after), after);
            Series replay = new Series("Firstcome, replay", "events/s", replays);
            Series scan = new Series("raw JDBC scan of the event table", "events/s", scans);
            return List.of(new RowResult(
                    "9",
                    TITLE,
                    List.of(Goal.ratio(TITLE, replay, scan, 0.05, 0.15)),
                    List.of(replay, scan),
                    checks.all(),
                    List.of(
                            Figures.of((double) events) + " events of " + Figures.of(orders)
                                    + " orders, paid with points. One view after the"
                                    + " other, each through all events; the time is from the request to rebuild to its being done."),
                    ""));
        }
    }

    private static void fill(Session session, Ours ours, int orders) {
        log.info("  {} orders are made", orders);
        List<String> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(Shop.newProduct(session, ours, 10_000_000));
        }
        Buyers buyers = new Buyers(ours.port(), CONNECTIONS, session.newName("buyer"), BUYERS);
        buyers.charge();
        ours.settle();
        AtomicInteger left = new AtomicInteger(orders);
        buyers.buy(() -> left.getAndDecrement() > 0, products);
        ours.settle();
    }

    /** The seconds that it takes to read all events, streamed, as a reader of our store would. */
    private static double scan(Ours ours) {
        long begin = System.nanoTime();
        try (Connection connection = ours.database().connect();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            long bytes = 0;
            try (ResultSet events = statement.executeQuery(
                    "SELECT position, aggregate_id, sequence_number, event_id, event_type, occurred_at, payload, metadata"
                            + " FROM domain_event ORDER BY position")) {
                while (events.next()) {
                    bytes += events.getBytes("payload").length + events.getBytes("metadata").length;
                }
            }
            if (bytes == 0) {
                throw new IllegalStateException("There are no events");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double rebuild(Ours ours) {
        long begin = System.nanoTime();
        for (String view : VIEWS) {
            ours.http()
                    .post("/api/v1/processor/" + view + "/rebuild", Tokens.OPERATOR, "")
                    .require(202);
            while (!isDone(ours, view)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static boolean isDone(Ours ours, String view) {
        return ours.http()
                .get("/api/v1/processor/" + view, Tokens.OPERATOR)
                .require(200)
                .json()
                .path("rebuild")
                .path("state")
                .asString("")
                .equals("DONE");
    }

    private static String checksums(Ours ours) {
        return String.join(" ", ours.database().column(TABLES, 2));
    }
}
