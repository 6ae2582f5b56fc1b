/** What a reservation has to know of concerts and dates, read from what is stored. */
@NullMarked
package io.firstcome.command.concert.lookup;

import org.jspecify.annotations.NullMarked;
