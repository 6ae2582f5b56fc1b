package io.firstcome.contract;

/** Why a request of an operator is refused. */
public enum OperatorErrorCode implements RejectionCode {
    PROCESSOR_NOT_FOUND(Kind.NOT_FOUND, "There is no such processor"),
    /** It does something that must not be done again, such as sending to Kafka. */
    NOT_REBUILDABLE(Kind.CONFLICT, "What this processor does cannot be rebuilt"),
    /** It adds up by now, or never did not. */
    DISCREPANCY_NOT_FOUND(Kind.NOT_FOUND, "There is no such discrepancy (any more)");

    private final Meaning meaning;

    OperatorErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
