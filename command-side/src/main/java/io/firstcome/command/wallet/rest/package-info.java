/** The points wallet over HTTP. */
@NullMarked
package io.firstcome.command.wallet.rest;

import org.jspecify.annotations.NullMarked;
