/** What can be asked of a product. */
@NullMarked
package io.firstcome.command.product.api;

import org.jspecify.annotations.NullMarked;
