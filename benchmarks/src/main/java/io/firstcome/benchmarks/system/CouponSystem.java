package io.firstcome.benchmarks.system;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import java.time.Duration;

/** A running server that issues coupons: ours or a baseline. */
public interface CouponSystem extends AutoCloseable {

    /** As it is called in tables. */
    String title();

    int port();

    /** Sets up a campaign, one piece for each user. */
    void create(String campaign, int quantity);

    /** What it has stored of a campaign, by its own word. */
    Stored stored(String campaign);

    /** Waits until nothing is under way any more, and tells how long that took. */
    Duration settle();

    @Override
    void close();
}
