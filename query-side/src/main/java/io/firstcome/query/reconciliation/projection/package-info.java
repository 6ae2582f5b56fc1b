/** From events to what is still open about orders and payments. */
@NullMarked
package io.firstcome.query.reconciliation.projection;

import org.jspecify.annotations.NullMarked;
