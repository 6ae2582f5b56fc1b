package io.firstcome.query.processor;

import io.firstcome.contract.RefusalCode;

/** Why a request to a processor is refused. */
enum ProcessorRefusal implements RefusalCode {
    PROCESSOR_NOT_FOUND(Kind.NOT_FOUND, "There is no such processor"),
    /** It does something that must not be done again, such as sending to Kafka. */
    NOT_REBUILDABLE(Kind.CONFLICT, "What this processor does cannot be rebuilt");

    private final Kind kind;
    private final String title;

    ProcessorRefusal(Kind kind, String title) {
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
