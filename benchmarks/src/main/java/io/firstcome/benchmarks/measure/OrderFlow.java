package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Row 8: orders, from the request to PAID. */
public final class OrderFlow extends Measurement {

    private static final String TITLE = "orders placed, paid with points and PAID a second ÷ no-op by Spring MVC";
    private static final int MANY = 20;
    private static final double ORDERS_A_SECOND = 1_000;

    @Override
    public List<String> rows() {
        return List.of("8");
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(new OrderEntrant(session, system, 1, checks), new OrderEntrant(session, system, MANY, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        OrderEntrant hot = new OrderEntrant(session, session.ours(), 1, checks);
        OrderEntrant many = new OrderEntrant(session, session.ours(), MANY, checks);
        IssueEntrant noop = new IssueEntrant(session, session.baseline(BaselineKind.NOOP), true, checks);
        IssueEntrant fast = new IssueEntrant(session, session.baseline(BaselineKind.FAST), true, checks);
        Race.run(session.settings().repetitions(), List.of(hot, noop, many, fast));
        return List.of(new RowResult(
                "8",
                List.of(
                        Goal.ratio(TITLE + ", one hot product", hot.rates(), noop.rates(), 0.02, 0.05),
                        Goal.ratio("the same, " + MANY + " products", many.rates(), noop.rates(), 0.02, 0.05),
                        Goal.onlyShown("one hot product ÷ no-op by the fast path", hot.rates(), fast.rates()),
                        Goal.high("paid orders a second, one hot product", hot.rates(), ORDERS_A_SECOND),
                        Goal.high("paid orders a second, " + MANY + " products", many.rates(), ORDERS_A_SECOND)),
                List.of(hot.rates(), many.rates(), noop.rates(), fast.rates()),
                checks.all(),
                List.of("Two requests for each order, of which the second one needs the answer to the first one. The"
                        + " clock stops when the last paid order is PAID in the view.")));
    }

    /** Orders a second that are placed, paid with points, and PAID in the view. */
    private static final class OrderEntrant extends LoadEntrant {

        private static final int BUYERS = 4_000;
        private static final int STOCK = 10_000_000;
        private static final int ENOUGH_FOR_ALL = 100_000_000;
        private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
        private static final Duration QUIET = Duration.ofSeconds(1);
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        private final Ours ours;
        private final int products;
        private final Buyers buyers;
        private final Checks checks;

        /** @param products how many products the orders are for, in turn; 1 is a hot one */
        OrderEntrant(Session session, Ours ours, int products, Checks checks) {
            super(
                    session,
                    ours,
                    ours.title() + (products == 1 ? ", one hot product" : ", " + products + " products"),
                    "orders",
                    "orders/s");
            this.ours = ours;
            this.products = products;
            this.buyers = new Buyers(session, ours, BUYERS);
            this.checks = checks;
        }

        @Override
        public void warmUp() {
            buyers.charge();
            super.warmUp();
        }

        /** The clock stops when the last paid order is PAID in the view. */
        @Override
        double rate(int seconds, boolean counts) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < products; i++) {
                ids.add(Shop.newProduct(session, ours, STOCK));
            }
            ours.settle();
            long paidBefore = paid();
            WrkResult result = buyers.buy(connections(), seconds, ENOUGH_FOR_ALL, ids);
            long loadEnded = System.nanoTime();
            boolean allPaid = awaitPaid(paidBefore + result.paid());
            double duration = result.seconds() + (System.nanoTime() - loadEnded) / 1e9;
            settle();
            if (counts) {
                verify(ids, result, allPaid, paid() - paidBefore);
            }
            return result.paid() / duration;
        }

        private void verify(List<String> ids, WrkResult result, boolean allPaid, long paid) {
            long sold = 0;
            for (String id : ids) {
                sold += Shop.verifyStock(ours, id, checks);
            }
            long most = result.paid() + connections();
            checks.verify(
                    ours.title() + ": every acknowledged payment is PAID in the view, and its piece is sold once",
                    allPaid && sold >= result.paid() && sold <= most && paid >= result.paid() && paid <= most,
                    result.paid() + " acknowledged, " + paid + " PAID, " + sold + " sold; up to " + connections()
                            + " answers were under way when the load ended");
            checks.verify(
                    ours.title() + ": every order and payment is answered with 201",
                    result.unpaid() == 0 && result.broken() == 0,
                    result.unpaid() + " otherwise, " + result.broken() + " lost " + result.firstUnpaid());
        }

        /** Orders whose answer nobody waits for any more go on: until nothing is added to the history. */
        private void settle() {
            long head;
            do {
                head = ours.head();
                ours.settle();
                LockSupport.parkNanos(QUIET.toNanos());
            } while (ours.head() != head);
        }

        private boolean awaitPaid(long expected) {
            long begin = System.nanoTime();
            while (paid() < expected) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    return false;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return true;
        }

        private long paid() {
            return Long.parseLong(ours.database()
                    .column("SELECT COUNT(*) FROM order_view WHERE status = 'PAID'", 1)
                    .getFirst());
        }
    }
}
