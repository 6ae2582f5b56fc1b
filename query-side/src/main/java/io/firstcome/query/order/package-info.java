/** The view of orders: what each is made of, what was paid, and when it came to which status. */
@NullMarked
package io.firstcome.query.order;

import org.jspecify.annotations.NullMarked;
