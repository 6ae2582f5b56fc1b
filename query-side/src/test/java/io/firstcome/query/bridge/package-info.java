/**
 * Tests of the Kafka bridge.
 *
 * <p>Comes in: events, brokers that fail. Goes out: whether outsiders read all of them, in order. Never happens here: a broker
 * of another test.
 */
@NullMarked
package io.firstcome.query.bridge;

import org.jspecify.annotations.NullMarked;
