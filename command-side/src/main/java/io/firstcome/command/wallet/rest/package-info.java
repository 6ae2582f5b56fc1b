/**
 * The points wallet over HTTP. Comes in: requests. Goes out: commands, and what the caller is told of their outcome.
 *
 * <p>Never happens here: a rule of the business.
 */
@NullMarked
package io.firstcome.command.wallet.rest;

import org.jspecify.annotations.NullMarked;
