package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import java.util.Set;

/** Row 10: whether a campaign becomes slower by what it has issued. */
public final class Depth extends Measurement {

    private static final int FEW = 1_000;

    @Override
    public List<String> rows() {
        return List.of("10");
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(
                new DepthEntrant(session, system, session.settings().history(), false, checks),
                new DepthEntrant(session, system, FEW, true, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        String many = Figures.of(session.settings().history());
        String title = "issues a second with " + many + " issued before ÷ with " + Figures.of(FEW);
        Checks checks = new Checks();
        List<Entrant> entrants = ours(session, session.home(), checks);
        Race.run(session.settings().repetitions(), entrants);
        Series deep = entrants.getFirst().series().getFirst();
        Series shallow = entrants.getLast().series().getFirst();
        return List.of(new RowResult(
                "10",
                List.of(Goal.ratio(title, deep, shallow, 0.9, 0.98)),
                List.of(deep, shallow),
                checks.all(),
                List.of("An operator asks for the users, each another one: there are more than tokens were"
                        + " made for.")));
    }

    /** Issues on a campaign that has issued many before; an operator asks for its users, so that there are enough of them. */
    private static final class DepthEntrant extends IssueEntrant {

        private static final int CHUNK = 200_000;
        private static final int LONG_ENOUGH_SECONDS = 600;

        private final Ours ours;
        private final int before;
        private final boolean always;
        private String campaign = "";
        private long position;
        private long issuedBefore;
        private long nextUser = 1;

        /**
         * @param before how many pieces are issued before the first run
         * @param always whether before each run, to a campaign of its own; else one campaign goes on
         */
        DepthEntrant(Session session, Ours ours, int before, boolean always, Checks checks) {
            super(session, ours, ours.title() + ", " + Figures.of(before) + " issued before", false, checks);
            this.ours = ours;
            this.before = before;
            this.always = always;
        }

        @Override
        String open() {
            if (campaign.isEmpty() || always) {
                campaign = session.newName("depth");
                ours.create(campaign, ENOUGH_FOR_ALL);
                for (int left = before; left > 0; left -= CHUNK) {
                    ask(LONG_ENOUGH_SECONDS, Math.min(left, CHUNK));
                }
            }
            ours.settle();
            issuedBefore = ours.http()
                    .get("/api/v1/coupon/" + campaign, Tokens.OPERATOR)
                    .require(200)
                    .json()
                    .get("issued")
                    .asLong();
            position = ours.head();
            return campaign;
        }

        private WrkResult ask(int seconds, int count) {
            List<String> who = List.of(Tokens.OPERATOR, campaign, Long.toString(nextUser), Integer.toString(count));
            WrkResult result = wrk("acting.lua", seconds, who);
            nextUser += count;
            return result;
        }

        @Override
        WrkResult load(String ofCampaign, int seconds) {
            return ask(seconds, enoughFor(seconds));
        }

        @Override
        Stored stored(String ofCampaign) {
            return ours.storedAfter(campaign, position);
        }

        @Override
        long issuedBefore() {
            return issuedBefore;
        }
    }
}
