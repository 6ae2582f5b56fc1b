/** Keeps what is still open about orders and payments, finds what has been open for too long, and counts it. */
@NullMarked
package io.firstcome.query.reconciliation.readmodel;

import org.jspecify.annotations.NullMarked;
