package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.CouponSystem;
import java.util.ArrayList;
import java.util.List;

/** A system under load for some seconds, and how much it did a second. */
abstract class LoadEntrant implements Entrant {

    private static final int FIRST_GUESS = 15_000;
    private static final double ROOM = 1.6;

    protected final Session session;
    protected final CouponSystem system;
    private final String title;
    private final String path;
    private final String unit;
    private final List<Double> rates = new ArrayList<>();
    private double expected;

    /**
     * @param path what it warms up: those with the same word run the same code
     * @param unit what its rate counts, such as {@code issues/s}
     */
    LoadEntrant(Session session, CouponSystem system, String title, String path, String unit) {
        this(session, system, title, path, unit, FIRST_GUESS);
    }

    /** @param expected a guess at the rate, before there is one */
    LoadEntrant(Session session, CouponSystem system, String title, String path, String unit, double expected) {
        this.session = session;
        this.system = system;
        this.title = title;
        this.path = path;
        this.unit = unit;
        this.expected = expected;
    }

    /**
     * One run of that length.
     *
     * @param counts whether it goes into the table, so that what is stored must be verified
     * @return what is counted, a second
     */
    abstract double rate(int seconds, boolean counts);

    @Override
    public final String title() {
        return title;
    }

    @Override
    public void warmUp() {
        session.warmUps().run(title, system, path, seconds -> once(seconds, false));
    }

    @Override
    public String run() {
        rates.add(once(session.settings().seconds(), true));
        return Figures.of(rates.getLast()) + " " + unit;
    }

    private double once(int seconds, boolean counts) {
        double rate = rate(seconds, counts);
        // A slow start must not make the prepared requests too few for what comes when it is warm.
        expected = Math.max(expected, rate);
        return rate;
    }

    @Override
    public List<Series> series() {
        return List.of(rates());
    }

    /** What counted in each run. */
    Series rates() {
        return new Series(title, unit, rates);
    }

    protected int connections() {
        return session.settings().connections();
    }

    /** More requests than will be sent, by what was seen so far. */
    protected int enoughFor(int seconds) {
        return (int) (expected * ROOM * seconds) + 2 * connections();
    }

    /** The same, or one for each user when there are fewer users. */
    protected int onceEachFor(int seconds) {
        return Math.min(enoughFor(seconds), session.users().count());
    }

    protected WrkResult wrk(String script, int seconds, List<String> arguments) {
        return session.wrk().run(system.port(), script, connections(), seconds, arguments);
    }

    /** Asks for pieces of that campaign, each request for another user while there are users. */
    protected WrkResult publish(String campaign, int seconds, boolean keyed, boolean usersMayComeAgain) {
        int count = usersMayComeAgain ? enoughFor(seconds) : onceEachFor(seconds);
        return wrk("publish.lua", seconds, publishing(campaign, count, keyed));
    }

    /** What the script takes that asks for pieces of that campaign. */
    protected List<String> publishing(String campaign, int count, boolean keyed) {
        String users = session.users().file().toString();
        String keys = keyed ? session.newName(campaign) : "none";
        return List.of(users, campaign, Integer.toString(count), keys);
    }
}
