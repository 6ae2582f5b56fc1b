package io.firstcome.query.operator;

import io.firstcome.contract.RefusalCode;

/** Why a request of an operator is refused. */
public enum OperatorRefusal implements RefusalCode {
    PROCESSOR_NOT_FOUND(Kind.NOT_FOUND, "There is no such processor"),
    /** It does something that must not be done again, such as sending to Kafka. */
    NOT_REBUILDABLE(Kind.CONFLICT, "What this processor does cannot be rebuilt"),
    /** It adds up by now, or never did not. */
    DISCREPANCY_NOT_FOUND(Kind.NOT_FOUND, "There is no such discrepancy (any more)");

    private final Kind kind;
    private final String title;

    OperatorRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
