package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.CouponSystem;
import java.util.ArrayList;
import java.util.List;

/** One who is asked for pieces of a campaign by many connections. */
abstract class PublishEntrant implements Race.Entrant {

    private static final int FIRST_GUESS = 15_000;
    private static final double ROOM = 1.6;

    protected final Session session;
    protected final CouponSystem system;
    private final String title;
    private final boolean keyed;
    private final List<Double> rates = new ArrayList<>();
    private int connections;
    private double expected = FIRST_GUESS;

    PublishEntrant(Session session, CouponSystem system, String title, boolean keyed) {
        this.session = session;
        this.system = system;
        this.title = title;
        this.keyed = keyed;
        this.connections = session.settings().connections().getFirst();
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public void warmUp() {
        connections = session.warmUps().best(title, system, path(), (number, seconds) -> {
            connections = number;
            return once(seconds, false);
        });
    }

    /** What it warms up: those with the same word run the same code. */
    String path() {
        return "issues";
    }

    @Override
    public String run() {
        double rate = once(session.settings().seconds(), true);
        rates.add(rate);
        return Figures.of(rate) + "/s with " + connections + " connections" + remark();
    }

    private double once(int seconds, boolean counts) {
        double rate = rate(seconds, counts);
        // A slow start must not make the prepared requests too few for what comes when it is warm.
        expected = Math.max(expected, rate);
        return rate;
    }

    /**
     * One run of that length.
     *
     * @param counts whether it goes into the table, so that what is stored must be verified
     * @return what is counted, a second
     */
    abstract double rate(int seconds, boolean counts);

    /** More about the last run, for the terminal. */
    String remark() {
        return "";
    }

    /** Sends requests for pieces of that campaign, each of another user while there are users. */
    protected WrkResult publish(String campaign, int seconds, boolean usersMayComeAgain) {
        int wanted = enoughFor(seconds);
        int count =
                usersMayComeAgain ? wanted : Math.min(wanted, session.users().count());
        return session.wrk()
                .run(
                        system.port(),
                        "publish.lua",
                        connections,
                        seconds,
                        List.of(
                                session.users().file().toString(),
                                campaign,
                                Integer.toString(count),
                                keyed ? session.newName(campaign) : "none"));
    }

    /** More requests than will be sent, by what was seen so far. */
    protected int enoughFor(int seconds) {
        return (int) (expected * ROOM * seconds) + 2 * connections;
    }

    protected int connections() {
        return connections;
    }

    /** What counted in each run. */
    Series series(String unit) {
        return new Series(title, unit, rates);
    }

    /** A sentence for the notes. */
    String connectionsNote() {
        return title + ": best with " + connections + " connections";
    }
}
