/**
 * What one would build instead, behind the same Tomcat, security and JSON as ours.
 *
 * <p>Comes in: the requests that ours gets. Goes out: answers of the same shape. Never happens here: a rule that ours has and this one leaves out.
 */
@NullMarked
package io.firstcome.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
