/** Questions about orders and payments that do not add up over HTTP. */
@NullMarked
package io.firstcome.query.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
