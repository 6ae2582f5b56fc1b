/** Tests of the view of products. */
@NullMarked
package io.firstcome.query.product;

import org.jspecify.annotations.NullMarked;
