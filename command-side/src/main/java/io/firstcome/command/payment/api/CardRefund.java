package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;

/**
 * The card part of a refund, to be given back.
 *
 * @param paymentKey the gateway's name of the payment
 * @param amount 1 or more
 * @param reason what the gateway is told
 */
public record CardRefund(PaymentId paymentId, RefundId refundId, String paymentKey, long amount, String reason) {}
