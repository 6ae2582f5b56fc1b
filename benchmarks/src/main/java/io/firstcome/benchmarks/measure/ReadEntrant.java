package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;

/** Reads of the stock of some products a second; with ours, what is read is meanwhile changed and its age measured. */
final class ReadEntrant implements Race.Entrant {

    private final Session session;
    private final CouponSystem system;
    private final List<String> products;
    private final Checks checks;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();
    private int connections;

    ReadEntrant(Session session, CouponSystem system, List<String> products, Checks checks) {
        this.session = session;
        this.system = system;
        this.products = List.copyOf(products);
        this.checks = checks;
    }

    @Override
    public String title() {
        return system.title();
    }

    @Override
    public void warmUp() {
        connections = session.warmUps()
                .best(
                        title(),
                        system,
                        "reads",
                        (number, seconds) -> read(number, seconds).acceptedPerSecond());
    }

    @Override
    public String run() {
        int seconds = session.settings().seconds();
        String more = "";
        WrkResult result;
        if (system instanceof Ours ours) {
            try (Freshness freshness = Freshness.watch(ours, products.getFirst())) {
                result = read(connections, seconds);
                freshness.stop();
                ages.add(freshness.p99Millis());
                more = ", staleness p99 " + Figures.of(freshness.p99Millis()) + " ms in " + freshness.count()
                        + " changes";
                checks.verify(
                        "the stock that is read in the end has all that was received",
                        freshness.isComplete(),
                        freshness.detail());
            }
        } else {
            result = read(connections, seconds);
        }
        rates.add(result.acceptedPerSecond());
        checks.verify(
                system.title() + ": every read is answered",
                result.refused() == 0 && result.broken() == 0,
                result.refused() + " refused, " + result.broken() + " lost");
        return Figures.of(rates.getLast()) + "/s with " + connections + " connections" + more;
    }

    private WrkResult read(int number, int seconds) {
        return session.wrk().run(system.port(), "reads.lua", number, seconds, products);
    }

    Series series() {
        return new Series(title(), "reads/s", rates);
    }

    Series ages() {
        return new Series(title() + ", staleness p99", "ms", ages);
    }

    String connectionsNote() {
        return title() + ": best with " + connections + " connections";
    }
}
