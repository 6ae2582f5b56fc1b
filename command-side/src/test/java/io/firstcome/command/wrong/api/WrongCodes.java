package io.firstcome.command.wrong.api;

import io.firstcome.contract.RejectionCode;

/** Rejection codes that the other modules do not know. */
public enum WrongCodes implements RejectionCode {
    NOT_FOUND;

    @Override
    public Meaning meaning() {
        return new Meaning(Kind.NOT_FOUND, "There is no such thing");
    }
}
