/**
 * The wallet's command side, put together for Spring. Comes in: nothing. Goes out: beans.
 */
@NullMarked
package io.firstcome.command.wallet;

import org.jspecify.annotations.NullMarked;
