/** The points wallet aggregate and its rules. */
@NullMarked
package io.firstcome.command.wallet.domain;

import org.jspecify.annotations.NullMarked;
