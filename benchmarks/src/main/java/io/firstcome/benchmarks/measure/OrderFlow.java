package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import java.util.Set;

/** Row 8: the whole way of an order, through the processes, until it is PAID. */
public final class OrderFlow implements Measurement {

    private static final String TITLE = "orders placed, paid with points and PAID a second ÷ N(POST)";
    private static final int MANY = 20;
    private static final double ORDERS_A_SECOND = 1_000;

    @Override
    public List<String> rows() {
        return List.of("8");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Ours system = session.ours();
        Checks checks = new Checks();
        OrderEntrant hot = new OrderEntrant(session, system, "Firstcome, one hot product", 1, checks);
        OrderEntrant many = new OrderEntrant(session, system, "Firstcome, " + MANY + " products", MANY, checks);
        IssueEntrant noop = new IssueEntrant(
                session,
                session.baseline(BaselineKind.NOOP),
                BaselineKind.NOOP.title(),
                session.settings().keyed(),
                checks);
        Race.run(session.settings().repetitions(), List.of(hot, noop, many));
        Series requests = noop.series("requests/s");
        return List.of(new RowResult(
                "8",
                TITLE,
                List.of(
                        Goal.ratio(TITLE + ", one hot product", hot.series(), requests, 0.02, 0.05),
                        Goal.ratio("the same, " + MANY + " products", many.series(), requests, 0.02, 0.05),
                        Goal.high(
                                "orders with payment a second, one hot product",
                                hot.series(),
                                ORDERS_A_SECOND,
                                ORDERS_A_SECOND),
                        Goal.high(
                                "orders with payment a second, " + MANY + " products",
                                many.series(),
                                ORDERS_A_SECOND,
                                ORDERS_A_SECOND)),
                List.of(hot.series(), many.series(), requests),
                checks.all(),
                List.of(
                        "Two requests for each order. The client is in Java and reads every answer: the payment needs the id"
                                + " of the order. The clock stops when the last order is PAID in the view."),
                ""));
    }
}
