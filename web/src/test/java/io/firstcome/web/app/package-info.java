/** A small application that stands for both sides: one endpoint of each kind. */
@NullMarked
package io.firstcome.web.app;

import org.jspecify.annotations.NullMarked;
