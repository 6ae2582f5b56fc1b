/** The view of the products of the catalogue: each by itself, and their list in any order. */
@NullMarked
package io.firstcome.query.product;

import org.jspecify.annotations.NullMarked;
