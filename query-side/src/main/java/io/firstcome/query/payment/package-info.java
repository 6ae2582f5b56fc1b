/** The view of payments: how each is paid, what was given back, and when it came to which status. */
@NullMarked
package io.firstcome.query.payment;

import org.jspecify.annotations.NullMarked;
