/**
 * What the operators' tools ask: is it well, how much does it do.
 *
 * <p>Comes in: requests to {@code /actuator}. Goes out: health, metrics and info. Never happens here: a heap dump, the
 * environment, or anything else that tells a stranger about the inside.
 */
@NullMarked
package io.firstcome.web.management;

import org.jspecify.annotations.NullMarked;
