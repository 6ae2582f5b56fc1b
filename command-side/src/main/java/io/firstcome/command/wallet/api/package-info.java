/** What can be asked of a wallet. */
@NullMarked
package io.firstcome.command.wallet.api;

import org.jspecify.annotations.NullMarked;
