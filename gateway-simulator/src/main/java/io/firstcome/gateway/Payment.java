package io.firstcome.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the gateway knows it. It does not change; a step makes a new one.
 *
 * @param openUntil when it expires unless something happens
 * @param later what it becomes by itself; null: nothing
 * @param pendingCancel a cancel that happens by itself; null: none
 * @param secret what a DEPOSIT_CALLBACK brings, and the confirm answer too
 */
record Payment(
        String paymentKey,
        String orderId,
        long totalAmount,
        Status status,
        Instant requestedAt,
        Instant openUntil,
        @Nullable Instant approvedAt,
        List<Cancel> cancels,
        @Nullable Failure failure,
        @Nullable String lastTransactionKey,
        @Nullable Later later,
        @Nullable Cancel pendingCancel,
        String secret) {

    /** Money given back. */
    record Cancel(long cancelAmount, String cancelReason, Instant canceledAt, String transactionKey) {}

    /** Why it was aborted. */
    record Failure(String code, String message) {}

    /** What it becomes at an instant. */
    record Later(Status status, Instant at) {}

    long balance() {
        return totalAmount - cancelled();
    }

    long cancelled() {
        return cancels.stream().mapToLong(Cancel::cancelAmount).sum();
    }

    /** What the passing of time has made of it. */
    Payment at(Instant now) {
        Payment next = this;
        if (next.pendingCancel != null && !now.isBefore(next.pendingCancel.canceledAt())) {
            next = next.cancelled(next.pendingCancel);
        }
        if (next.later != null && !now.isBefore(next.later.at())) {
            next = next.later.status() == Status.DONE
                    ? next.done(next.later.at(), "tx-late-" + paymentKey)
                    : next.aborted(new Failure("REJECT_CARD_PAYMENT", "decided late"));
        }
        return next.status.isOpen() && next.later == null && !now.isBefore(next.openUntil)
                ? next.with(Status.EXPIRED)
                : next;
    }

    Payment done(Instant now, String transactionKey) {
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                Status.DONE,
                requestedAt,
                openUntil,
                now,
                cancels,
                null,
                transactionKey,
                null,
                null,
                secret);
    }

    Payment aborted(Failure why) {
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                Status.ABORTED,
                requestedAt,
                openUntil,
                null,
                cancels,
                why,
                lastTransactionKey,
                null,
                null,
                secret);
    }

    Payment cancelled(Cancel cancel) {
        List<Cancel> all = new ArrayList<>(cancels);
        all.add(cancel);
        boolean whole = cancel.cancelAmount() == balance();
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                whole ? Status.CANCELED : Status.PARTIAL_CANCELED,
                requestedAt,
                openUntil,
                approvedAt,
                List.copyOf(all),
                failure,
                cancel.transactionKey(),
                null,
                null,
                secret);
    }

    Payment authenticated(Instant until) {
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                Status.IN_PROGRESS,
                requestedAt,
                until,
                approvedAt,
                cancels,
                failure,
                lastTransactionKey,
                later,
                pendingCancel,
                secret);
    }

    Payment becoming(@Nullable Later what, @Nullable Cancel cancel) {
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                status,
                requestedAt,
                openUntil,
                approvedAt,
                cancels,
                failure,
                lastTransactionKey,
                what,
                cancel,
                secret);
    }

    private Payment with(Status other) {
        return new Payment(
                paymentKey,
                orderId,
                totalAmount,
                other,
                requestedAt,
                openUntil,
                approvedAt,
                cancels,
                failure,
                lastTransactionKey,
                null,
                null,
                secret);
    }
}
