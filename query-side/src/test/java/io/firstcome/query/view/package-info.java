/** Tests of the frame of views. */
@NullMarked
package io.firstcome.query.view;

import org.jspecify.annotations.NullMarked;
