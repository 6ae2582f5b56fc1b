/**
 * Work that is to be done later, or again, and that outlives the process: tasks in a table.
 *
 * <p>Comes in: tasks, each written in the transaction of what causes it. Goes out: each of them run at its time or as soon as
 * a process is there, by one process at a time, at least once. Never happens here: a rule of the business.
 */
@NullMarked
package io.firstcome.axon.schedule;

import org.jspecify.annotations.NullMarked;
