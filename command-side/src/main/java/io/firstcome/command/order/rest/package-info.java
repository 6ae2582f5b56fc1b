/**
 * Orders over HTTP.
 *
 * <p>Comes in: requests of customers and operators. Goes out: commands, and answers when it is decided what became of them. Never
 * happens here: a rule of the business.
 */
@NullMarked
package io.firstcome.command.order.rest;

import org.jspecify.annotations.NullMarked;
