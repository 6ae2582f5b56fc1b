/**
 * Those who send the load, and what they send.
 *
 * <p>Comes in: a port and a number of connections. Goes out: how many answers came, and how fast. Never happens here: a judgement about the answers.
 */
@NullMarked
package io.firstcome.benchmarks.load;

import org.jspecify.annotations.NullMarked;
