package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The payment did not begin. The order waits for another. */
@Revision("1")
public record OrderPaymentRefused(
        OrderId orderId, UserId userId, PaymentId paymentId, PaymentRefusal reason, Instant refusedAt)
        implements OrderEvent, AboutUser {}
