/** The view of the stock of products: how many pieces of each option are available, held and sold. */
@NullMarked
package io.firstcome.query.stock;

import org.jspecify.annotations.NullMarked;
