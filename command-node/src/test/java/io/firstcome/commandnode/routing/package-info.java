/** Tests of the routing between command nodes. */
@NullMarked
package io.firstcome.commandnode.routing;

import org.jspecify.annotations.NullMarked;
