/** The main class of a query node: the query side as a process of its own, configured from outside. */
@NullMarked
package io.firstcome.querynode;

import org.jspecify.annotations.NullMarked;
