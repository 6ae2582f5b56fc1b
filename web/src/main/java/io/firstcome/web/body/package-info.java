/** Limits the bodies of requests, and keeps each as bytes, so that it is read once. */
@NullMarked
package io.firstcome.web.body;

import org.jspecify.annotations.NullMarked;
