/** Tests of the module as a whole, over HTTP on a real server. */
@NullMarked
package io.firstcome.web;

import org.jspecify.annotations.NullMarked;
