package io.firstcome.query.bestseller;

import java.util.Arrays;
import java.util.Optional;

/** Over how many days of UTC best sellers are counted, today included. */
public enum BestSellerPeriod {
    DAY("day", 1),
    THREE_DAYS("3days", 3),
    WEEK("week", 7);

    private final String text;
    private final int days;

    BestSellerPeriod(String text, int days) {
        this.text = text;
        this.days = days;
    }

    /** How the API calls it. */
    public String text() {
        return text;
    }

    /** 1 or more. */
    public int days() {
        return days;
    }

    /** The period that the API calls so. */
    public static Optional<BestSellerPeriod> of(String text) {
        return Arrays.stream(values())
                .filter(period -> period.text.equals(text))
                .findFirst();
    }
}
