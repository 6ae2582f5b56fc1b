package io.firstcome.query.payment.api;

import java.time.Instant;

/** When a payment came to a status. */
public record PaymentStep(PaymentStatus status, Instant at) {}
