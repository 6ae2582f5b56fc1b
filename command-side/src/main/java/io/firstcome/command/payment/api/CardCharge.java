package io.firstcome.command.payment.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;

/**
 * The card part of a payment, to be taken.
 *
 * @param orderId what the gateway knows the checkout by
 * @param paymentKey the gateway's name of the buyer's checkout
 * @param amount 1 or more
 * @param points what was spent in points before, to be given back when the card is declined
 */
public record CardCharge(PaymentId paymentId, OrderId orderId, String paymentKey, long amount, long points) {}
