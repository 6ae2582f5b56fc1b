package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** What must hold so that money is given back. A rejection is {@code NOT_REFUNDABLE} whichever it is. */
enum RefundRule {
    APPROVED((payment, command) -> payment.status() == Status.APPROVED),
    POSITIVE((payment, command) -> command.amount() == null || command.amount() > 0),
    NOT_MORE_THAN_LEFT((payment, command) -> command.amount() == null || command.amount() <= payment.refundable());

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Payment, RefundPayment> holds;

    RefundRule(BiPredicate<Payment, RefundPayment> holds) {
        this.holds = holds;
    }

    static boolean allHold(Payment payment, RefundPayment command) {
        return Arrays.stream(values()).allMatch(rule -> rule.holds.test(payment, command));
    }
}
