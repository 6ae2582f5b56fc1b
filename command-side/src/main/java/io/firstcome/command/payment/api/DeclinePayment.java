package io.firstcome.command.payment.api;

import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells that there will be no money. Emits {@code PaymentDeclined}; when it is decided already it does nothing.
 *
 * @param pointsSpent what was spent before and is to be given back
 */
public record DeclinePayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        DeclineReason reason,
        @Nullable String gatewayCode,
        long pointsSpent,
        Instant at)
        implements PaymentCommand {}
