/** Gives every filter and the router one spelling of a path, and refuses queries that can be read in two ways. */
@NullMarked
package io.firstcome.web.uri;

import org.jspecify.annotations.NullMarked;
