package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;

/** Issues on a campaign that has issued many before; an operator asks for its users, so that there are enough of them. */
final class DepthEntrant extends IssueEntrant {

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
    DepthEntrant(Session session, Ours ours, String title, int before, boolean always, Checks checks) {
        super(session, ours, title, false, checks);
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
        WrkResult result = session.wrk()
                .run(
                        ours.port(),
                        "acting.lua",
                        connections(),
                        seconds,
                        List.of(Tokens.OPERATOR, campaign, Long.toString(nextUser), Integer.toString(count)));
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
