package io.firstcome.command.payment.gateway;

/** What a call came to. */
public sealed interface Outcome {

    /** It is done. */
    record Approved() implements Outcome {}

    /** It is not done and will not be. */
    record Declined(String code) implements Outcome {}

    /** It may be done. Only the gateway can tell. */
    record Unknown(String code) implements Outcome {}
}
