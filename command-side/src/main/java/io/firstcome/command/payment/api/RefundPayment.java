package io.firstcome.command.payment.api;

import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back, by card first, then points. Answered with {@code PaymentRefundStarted}; refused with
 * {@code NOT_REFUNDABLE} when it is not approved or less is left. A payment of 0 is given back whole, once: {@code PaymentRefunded}
 * follows at once.
 *
 * <p>It does nothing and is answered with null when the same refund is said again, and when all that is left is asked for and
 * nothing is: a process may come when the buyer has taken back all by themself.
 *
 * @param amount 1 or more; null: all that is left
 * @param owner the user whose it must be; null: anyone's, for operators and processes
 */
public record RefundPayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        RefundId refundId,
        @Nullable Long amount,
        String reason,
        @Nullable UserId owner,
        Instant at)
        implements PaymentCommand {}
