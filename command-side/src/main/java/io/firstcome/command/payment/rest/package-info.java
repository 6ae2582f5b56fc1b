/**
 * Payments over HTTP: those of buyers, and the notices of the card gateway.
 *
 * <p>Comes in: requests of buyers and operators; notices that anybody can have written. Goes out: commands, and answers when it is
 * known what became of them; {@code GatewayWebhooks}. Never happens here: a rule of the business; a command because of a notice, or
 * any other belief in it.
 */
@NullMarked
package io.firstcome.command.payment.rest;

import org.jspecify.annotations.NullMarked;
