package io.firstcome.command.payment.gateway;

/** What the gateway says about a payment. */
public sealed interface Finding {

    /** It knows it. */
    record Found(FoundPayment payment) implements Finding {}

    /** It has no such payment. */
    record Absent() implements Finding {}

    /** It could not say. */
    record Unclear(String code) implements Finding {}
}
