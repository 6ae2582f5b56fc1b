package io.firstcome.command.wrong.api;

import io.firstcome.contract.RefusalCode;

/** Refusal codes under a name of another form. */
public enum WrongCodes implements RefusalCode {
    NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return "There is no such thing";
    }
}
