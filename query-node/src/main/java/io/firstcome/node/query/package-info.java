/** A stand-in for the query node. */
@NullMarked
package io.firstcome.node.query;

import org.jspecify.annotations.NullMarked;
