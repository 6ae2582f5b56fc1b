/**
 * Version 1 of the messages on Kafka: what outsiders read.
 *
 * <p>Comes in: nothing; the bridge fills these from the stored events. Goes out: records of plain types, the {@code data} of
 * a CloudEvent. Never happens here: a change of a published name or type; a new shape is a new version beside this one.
 */
@NullMarked
package io.firstcome.contract.v1;

import org.jspecify.annotations.NullMarked;
