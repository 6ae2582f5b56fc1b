package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Buyers;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Orders that are placed, paid with points and PAID in the view a second. */
final class OrderEntrant implements Race.Entrant {

    /** An order takes about fifteen steps, one after the other: fewer buyers at a time would measure waiting, not work. */
    private static final int CONNECTIONS = 256;

    private static final int BUYERS = 4_000;
    private static final int STOCK = 10_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Session session;
    private final Ours system;
    private final String title;
    private final int products;
    private final Checks checks;
    private final Buyers buyers;
    private final List<Double> rates = new ArrayList<>();
    private int ordered;

    /** @param products how many products the orders are for, in turn; 1 is a hot one */
    OrderEntrant(Session session, Ours system, String title, int products, Checks checks) {
        this.session = session;
        this.system = system;
        this.title = title;
        this.products = products;
        this.checks = checks;
        this.buyers = new Buyers(system.port(), CONNECTIONS, session.newName("buyer"), BUYERS);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void warmUp() {
        buyers.charge();
        system.settle();
        session.warmUps().run(title, system, "orders", 0, seconds -> rate(seconds, false));
    }

    @Override
    public String run() {
        rates.add(rate(session.settings().seconds(), true));
        return Figures.of(rates.getLast()) + "/s, " + ordered + " orders";
    }

    /** The clock stops when the last order is PAID in the view. */
    private double rate(int seconds, boolean counts) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            ids.add(Shop.newProduct(session, system, STOCK));
        }
        system.settle();
        long paidBefore = paid();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        Buyers.Result result = buyers.buy(() -> System.nanoTime() < end, ids);
        boolean allPaid = awaitPaid(paidBefore + result.approved());
        double duration = (System.nanoTime() - begin) / 1e9;
        ordered = result.approved();
        system.settle();
        if (counts) {
            verify(ids, result, allPaid, paid() - paidBefore);
        }
        return result.approved() / duration;
    }

    private void verify(List<String> ids, Buyers.Result result, boolean allPaid, long paid) {
        long sold = 0;
        for (String id : ids) {
            sold += Shop.verifyStock(system, id, checks);
        }
        checks.verify(
                "every acknowledged payment is PAID in the view, and its piece is sold once",
                allPaid && sold == result.approved() && paid == result.approved(),
                result.approved() + " acknowledged, " + paid + " PAID, " + sold + " sold");
        checks.verify(
                "every order and payment is answered with 201",
                result.other() == 0,
                result.other() + " otherwise " + result.firstOther());
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
        return Long.parseLong(system.database()
                .column("SELECT COUNT(*) FROM order_view WHERE status = 'PAID'")
                .getFirst());
    }

    Series series() {
        return new Series(title, "orders/s", rates);
    }
}
