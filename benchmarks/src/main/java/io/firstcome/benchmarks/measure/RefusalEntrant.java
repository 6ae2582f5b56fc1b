package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.CouponSystem;

/** Refusals a second of a campaign that is sold out. */
final class RefusalEntrant extends PublishEntrant {

    private static final int QUANTITY = 100;

    private final Checks checks;
    private final String campaign;

    RefusalEntrant(Session session, CouponSystem system, String title, boolean keyed, Checks checks) {
        super(session, system, title, keyed);
        this.checks = checks;
        this.campaign = session.newName("sold-out");
    }

    /** Sells it out first: the first users get the pieces, and later are told that they have one. */
    @Override
    public void warmUp() {
        system.create(campaign, QUANTITY);
        super.warmUp();
    }

    @Override
    double rate(int seconds, boolean counts) {
        WrkResult result = publish(campaign, seconds, true);
        system.settle();
        if (counts) {
            verify(result);
        }
        return result.refusedPerSecond();
    }

    @Override
    String path() {
        return "refusals";
    }

    private void verify(WrkResult result) {
        Stored stored = system.stored(campaign);
        checks.verify(
                system.title() + ": of a sold-out campaign nothing is given",
                stored.pieces() == QUANTITY && stored.serials() == QUANTITY,
                stored.pieces() + " of " + QUANTITY + " are stored");
        checks.verify(
                system.title() + ": every request is answered, no more than " + QUANTITY + " with a piece",
                result.accepted() <= QUANTITY && result.broken() == 0,
                result.accepted() + " accepted, " + result.refused() + " refused, " + result.broken() + " lost");
    }
}
