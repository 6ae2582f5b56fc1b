package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 9: two views of orders built again from all events, beside only reading these. */
public final class Replay extends Measurement {

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
    private static final int LONG_ENOUGH_SECONDS = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public List<String> rows() {
        return List.of("9");
    }

    /** A system of its own, with a history of its own. */
    private static final class Replayed {

        private final Ours system;
        private long events;
        private String sums = "";

        private Replayed(Session session, Home home) {
            this.system = session.startOurs(home, "replay", List.of());
        }

        private TimedEntrant replay(Session session, Checks checks) {
            return new TimedEntrant(system.title() + ", replay", "events/s", () -> fill(session), () -> {
                double rate = VIEWS.size() * events / rebuild(system);
                checks.verify(
                        system.title() + ": the views are the same as before, row by row",
                        sums.equals(checksums(system)),
                        sums);
                return rate;
            });
        }

        private void fill(Session session) {
            int orders = Math.min(
                    ORDERS, ORDERS_A_SECOND_OF_A_RUN * session.settings().seconds());
            log.info("  {} orders are made", orders);
            List<String> products = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i++) {
                products.add(Shop.newProduct(session, system, 10_000_000));
            }
            Buyers buyers = new Buyers(session, system, BUYERS);
            buyers.charge();
            buyers.buy(CONNECTIONS, LONG_ENOUGH_SECONDS, orders, products);
            system.settle();
            events = system.head();
            sums = checksums(system);
        }
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        return List.of(new Replayed(session, home).replay(session, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        Replayed ours = new Replayed(session, session.home());
        TimedEntrant replay = ours.replay(session, checks);
        TimedEntrant scan = new TimedEntrant(
                "raw JDBC scan of the event table", "events/s", () -> {}, () -> ours.events / scan(ours.system));
        Race.run(session.settings().repetitions(), List.of(replay, scan));
        Series replays = replay.series().getFirst();
        Series scans = scan.series().getFirst();
        return List.of(new RowResult(
                "9",
                List.of(Goal.ratio(TITLE, replays, scans, 0.05, 0.15)),
                List.of(replays, scans),
                checks.all(),
                List.of(Figures.of((double) ours.events)
                        + " events of orders that were paid with points. One view after the other,"
                        + " each through all events; the time is from the request to rebuild to its being done.")));
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
                    "SELECT position, aggregate_id, sequence_number, event_id, event_type, occurred_at, payload,"
                            + " metadata FROM domain_event ORDER BY position")) {
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
