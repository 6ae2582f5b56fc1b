package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The card gateway did not say whether it took the money. It is asked until it does.
 *
 * @param gatewayCode what it said, or what went wrong
 */
@Revision("1")
public record PaymentOutcomeUnknown(
        PaymentId paymentId, OrderId orderId, UserId userId, String gatewayCode, Instant unknownAt)
        implements PaymentEvent, AboutUser {}
