/**
 * The stored language that all contexts share: who a user is, what money is, which event families exist.
 *
 * <p>Comes in: nothing. Goes out: types that aggregates emit and that projections, sagas and the Kafka bridge read.
 * Never happens here: behaviour beyond validation, Spring, I/O. What is stored under these names is kept for ever.
 */
@NullMarked
package io.firstcome.events;

import org.jspecify.annotations.NullMarked;
