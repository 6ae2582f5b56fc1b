/**
 * How projections process events: in batches, exactly once per view, without stopping at a bad event.
 *
 * <p>Comes in: the processing groups that the views declare. Goes out: running event processors, whose token, rows and dead-lettered
 * events are committed together. Never happens here: a view's own tables; an event that is skipped or lost.
 */
@NullMarked
package io.firstcome.axon.processors;

import org.jspecify.annotations.NullMarked;
