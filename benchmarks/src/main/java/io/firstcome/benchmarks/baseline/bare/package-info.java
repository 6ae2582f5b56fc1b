/**
 * A Spring Boot web application with nothing in it.
 *
 * <p>Comes in: a request. Goes out: a word. Never happens here: anything else.
 */
@NullMarked
package io.firstcome.benchmarks.baseline.bare;

import org.jspecify.annotations.NullMarked;
