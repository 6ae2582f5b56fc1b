package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.CouponSystem;
import java.util.List;

/** Issues on so many campaigns in turn that the one asked for is never in the cache. */
final class ColdEntrant extends PublishEntrant {

    private static final int SAMPLE = 50;
    private static final int LONG_ENOUGH_SECONDS = 600;

    private final Checks checks;
    private final int campaigns;
    private final String prefix;
    private long next;
    private long acknowledged;

    ColdEntrant(Session session, CouponSystem system, int campaigns, Checks checks) {
        super(session, system, system.title(), false);
        this.checks = checks;
        this.campaigns = campaigns;
        this.prefix = session.newName("cold");
    }

    @Override
    public void warmUp() {
        WrkResult created = session.wrk()
                .run(
                        system.port(),
                        "campaigns.lua",
                        connections(),
                        LONG_ENOUGH_SECONDS,
                        List.of(Tokens.OPERATOR, prefix, Integer.toString(campaigns)));
        system.settle();
        checks.verify(
                system.title() + ": all campaigns are set up",
                created.refused() == 0 && created.broken() == 0,
                created.accepted() + " acknowledged");
        super.warmUp();
    }

    @Override
    double rate(int seconds, boolean counts) {
        int count = Math.min(enoughFor(seconds), session.users().count());
        WrkResult result = session.wrk()
                .run(
                        system.port(),
                        "cold.lua",
                        connections(),
                        seconds,
                        List.of(
                                session.users().file().toString(),
                                prefix,
                                Integer.toString(campaigns),
                                Long.toString(next),
                                Integer.toString(count)));
        next += count;
        acknowledged += result.accepted();
        system.settle();
        if (counts) {
            verify(result);
        }
        return result.acceptedPerSecond();
    }

    /** How much of its history each campaign had to be read from, at the end: it is longer for who was faster. */
    String historyNote() {
        return system.title() + ": " + (1 + acknowledged / campaigns) + " events of each campaign at the end";
    }

    /** Of some campaigns: all of them would take longer than the measurement. */
    private void verify(WrkResult result) {
        boolean sound = true;
        long pieces = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Stored stored = system.stored(prefix + "-" + (1 + i * (campaigns / SAMPLE)));
            sound &= stored.serials() == stored.pieces()
                    && stored.highest() == stored.pieces()
                    && stored.users() == stored.pieces();
            pieces += stored.pieces();
        }
        checks.verify(
                system.title() + ": of " + SAMPLE + " campaigns the serials count on without holes, no user has two",
                sound && (pieces > 0 || acknowledged < campaigns),
                pieces + " pieces");
        checks.verify(
                system.title() + ": no request was refused or lost",
                result.refused() <= (result.exhausted() ? connections() : 0) && result.broken() == 0,
                result.refused() + " refused, " + result.broken() + " lost");
    }
}
