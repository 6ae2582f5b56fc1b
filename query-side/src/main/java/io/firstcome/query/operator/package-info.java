/**
 * What operators ask for: their rejections, one outcome for one key, and tasks for the processes.
 *
 * <p>Comes in: what is to be done, and the key. Goes out: the answer. Never happens here: a command, a step of a process.
 */
@NullMarked
package io.firstcome.query.operator;

import org.jspecify.annotations.NullMarked;
