package io.firstcome.contract;

/** A published reason why a rule of the business refuses a command. Each context has one enum that implements it. */
public interface RejectionCode {

    /** What a rejection means to the one who asked. */
    enum Kind {
        /** The thing asked for is unknown, or not theirs to see. */
        NOT_FOUND(404),
        /** A rule of the business says no. */
        CONFLICT(409),
        /** It was not paid for. */
        PAYMENT_REQUIRED(402),
        /** It is not theirs to do at this time. */
        FORBIDDEN(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** Its HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * What a code tells.
     *
     * @param title one short sentence for a person
     */
    record Meaning(Kind kind, String title) {}

    /** The published constant, for example {@code COUPON_SOLD_OUT}. Never changes. */
    String name();

    /** What it tells; the same for all codes of one name. */
    Meaning meaning();

    default Kind kind() {
        return meaning().kind();
    }

    /** One short sentence for a person. */
    default String title() {
        return meaning().title();
    }
}
