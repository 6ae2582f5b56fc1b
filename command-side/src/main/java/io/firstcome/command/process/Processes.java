package io.firstcome.command.process;

/**
 * The names of the processes: of their processing groups, positions and rows at {@code /processor}.
 *
 * <p>Handlers whose commands to one aggregate must keep their order are in one group: it sends in the order of events.
 */
public final class Processes {

    /** From the order to the sale and back: stock is held, sold, released, returned. */
    public static final String ORDER = "order-process";

    /** From the payment's start to its end and back: coupon, points, card. */
    public static final String PAYMENT = "payment-process";

    private Processes() {}
}
