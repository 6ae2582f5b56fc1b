/** Tests of the view of stock. */
@NullMarked
package io.firstcome.query.stock;

import org.jspecify.annotations.NullMarked;
