/** The view of the products that sold most, by days of UTC. */
@NullMarked
package io.firstcome.query.bestseller;

import org.jspecify.annotations.NullMarked;
