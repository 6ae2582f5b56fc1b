package io.firstcome.command.order.api;

/**
 * What sending an order costs.
 *
 * @param fee 0 or more
 * @param freeFrom the least amount of an order, before any discount, that is sent for nothing; 0 or more
 */
public record ShippingTerms(long fee, long freeFrom) {

    /** The usual ones: 3,000, free from 20,000. */
    public static final ShippingTerms USUAL = new ShippingTerms(3_000, 20_000);

    /** What is not sent costs nothing. */
    public static final ShippingTerms NOTHING_TO_SEND = new ShippingTerms(0, 0);

    /** So large that a fee never makes a sum overflow. */
    public static final long MAX_FEE = 1_000_000_000_000L;

    public ShippingTerms {
        if (fee < 0 || fee > MAX_FEE || freeFrom < 0) {
            throw new IllegalArgumentException("fee is 0 to " + MAX_FEE + ", freeFrom 0 or more");
        }
    }
}
