package io.firstcome.contract;

/** A published reason why a rule of the business refuses a command. Each context has one enum that implements it. */
public interface RefusalCode {

    /** What a refusal means to the one who asked. */
    enum Kind {
        /** The thing asked for is unknown, or not theirs to see. HTTP 404. */
        NOT_FOUND,
        /** A rule of the business says no. HTTP 409. */
        CONFLICT,
        /** It was not paid for. HTTP 402. */
        PAYMENT_REQUIRED
    }

    /** The published constant, for example {@code COUPON_SOLD_OUT}. Never changes. */
    String name();

    Kind kind();

    /** One short sentence for a person. */
    String title();
}
