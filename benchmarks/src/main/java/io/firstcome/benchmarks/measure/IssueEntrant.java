package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Baseline;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;

/** Pieces a second of a campaign with enough for all, a new one for each run. */
class IssueEntrant extends LoadEntrant {

    static final int ENOUGH_FOR_ALL = 100_000_000;

    private final boolean keyed;
    private final Checks checks;
    private final List<Double> settled = new ArrayList<>();

    /** @param keyed whether requests carry an Idempotency-Key, each its own */
    IssueEntrant(Session session, CouponSystem system, boolean keyed, Checks checks) {
        this(session, system, system.title() + (keyed ? "" : ", requests without key"), keyed, checks);
    }

    IssueEntrant(Session session, CouponSystem system, String title, boolean keyed, Checks checks) {
        this(session, system, title, "issues", keyed, checks);
    }

    /** @param path what it warms up, when that is more than the issue */
    IssueEntrant(Session session, CouponSystem system, String title, String path, boolean keyed, Checks checks) {
        super(session, system, title, path, "issues/s");
        this.keyed = keyed;
        this.checks = checks;
    }

    @Override
    double rate(int seconds, boolean counts) {
        String campaign = open();
        WrkResult result = load(campaign, seconds);
        double behind = system.settle().toMillis() / 1e3;
        if (counts && !isNoOp()) {
            settled.add(behind);
            verify(result, stored(campaign));
        }
        return result.acceptedPerSecond();
    }

    /** The campaign of the next run. */
    String open() {
        String campaign = session.newName("hot");
        system.create(campaign, ENOUGH_FOR_ALL);
        return campaign;
    }

    WrkResult load(String campaign, int seconds) {
        return publish(campaign, seconds, keyed, isNoOp());
    }

    /** What the run has added to the campaign. */
    Stored stored(String campaign) {
        return system.stored(campaign);
    }

    /** How many pieces were issued before the run. */
    long issuedBefore() {
        return 0;
    }

    private boolean isNoOp() {
        return system instanceof Baseline baseline && baseline.kind().isNoOp();
    }

    private void verify(WrkResult result, Stored stored) {
        String who = system.title();
        checks.verify(
                who + ": every acknowledged piece is stored, and no more than was asked for",
                result.accepted() <= stored.pieces() && stored.pieces() <= result.accepted() + 2L * connections(),
                "the last time " + result.accepted() + " acknowledged, " + stored.pieces() + " stored; up to "
                        + connections() + " answers were under way when the load ended");
        checks.verify(
                who + ": the serials count on without holes, each once",
                stored.serials() == stored.pieces() && stored.highest() == issuedBefore() + stored.pieces(),
                stored.serials() + " serials, the highest " + stored.highest());
        checks.verify(who + ": no user has two", stored.users() == stored.pieces(), stored.users() + " users");
        if (system instanceof Ours) {
            long mayBeRefused = result.exhausted() ? connections() : 0;
            checks.verify(
                    who + ": no request was refused or lost",
                    result.refused() <= mayBeRefused && result.broken() == 0,
                    result.refused() + " refused, " + result.broken() + " lost");
        }
    }

    /** How long the processors took after each run to take every event. */
    Series settled() {
        return new Series(title() + ", caught up after", "s", settled);
    }
}
