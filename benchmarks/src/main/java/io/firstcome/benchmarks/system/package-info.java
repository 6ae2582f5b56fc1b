/**
 * The processes that are measured.
 *
 * <p>Comes in: a command to start or stop, a question. Goes out: a running system, what it has stored, what it uses. Never happens here: load.
 */
@NullMarked
package io.firstcome.benchmarks.system;

import org.jspecify.annotations.NullMarked;
