/**
 * The webhooks of the card gateway over HTTP.
 *
 * <p>Comes in: notices that anybody can have written. Goes out: {@code GatewayNotices}. Never happens here: a command, or any
 * belief in what a notice says.
 */
@NullMarked
package io.firstcome.command.payment.rest;

import org.jspecify.annotations.NullMarked;
