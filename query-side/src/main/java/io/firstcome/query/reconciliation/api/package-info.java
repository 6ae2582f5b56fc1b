/** What can be asked about orders and payments that do not add up, and what the answer looks like. */
@NullMarked
package io.firstcome.query.reconciliation.api;

import org.jspecify.annotations.NullMarked;
