package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Row 6: how fast the crowd is told that nothing is left. */
public final class SoldOut extends Measurement {

    private static final String TITLE = "sold-out refusals a second ÷ no-op by Spring MVC";
    private static final double REFUSALS_A_SECOND = 25_000;

    @Override
    public List<String> rows() {
        return List.of("6");
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(
                new RefusalEntrant(session, system, true, checks), new RefusalEntrant(session, system, false, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        List<Entrant> entrants = new ArrayList<>(ours(session, session.home(), checks));
        entrants.add(new IssueEntrant(session, session.baseline(BaselineKind.NOOP), true, checks));
        entrants.add(new IssueEntrant(session, session.baseline(BaselineKind.FAST), true, checks));
        Race.run(session.settings().repetitions(), entrants);
        List<Series> all =
                entrants.stream().map(entrant -> entrant.series().getFirst()).toList();
        Series keyed = all.get(0);
        Series keyless = all.get(1);
        Series mvc = all.get(2);
        Series fast = all.get(3);
        return List.of(new RowResult(
                "6",
                List.of(
                        Goal.ratio(TITLE, keyed, mvc, 0.8, 0.95),
                        Goal.ratio("the same ratio, our requests without Idempotency-Key", keyless, mvc, 0.8, 0.95),
                        Goal.onlyShown("the same ÷ no-op by the fast path", keyed, fast),
                        Goal.high("refusals a second", keyed, REFUSALS_A_SECOND),
                        Goal.high("refusals a second, requests without Idempotency-Key", keyless, REFUSALS_A_SECOND)),
                all,
                checks.all(),
                List.of()));
    }

    /** Rejections a second of a campaign that is sold out. */
    private static final class RefusalEntrant extends LoadEntrant {

        private static final int QUANTITY = 100;

        private final boolean keyed;
        private final Checks checks;
        private final String campaign;

        RefusalEntrant(Session session, Ours system, boolean keyed, Checks checks) {
            super(session, system, system.title() + (keyed ? "" : ", requests without key"), "refusals", "answers/s");
            this.keyed = keyed;
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
            WrkResult result = publish(campaign, seconds, keyed, true);
            system.settle();
            if (counts) {
                verify(result);
            }
            return result.refusedPerSecond();
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
}
