/** Tests of the start of a node. */
@NullMarked
package io.firstcome.web.start;

import org.jspecify.annotations.NullMarked;
