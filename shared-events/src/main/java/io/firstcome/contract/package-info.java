/**
 * What outsiders rely on: the published refusal codes and, by version, the messages on Kafka.
 *
 * <p>Comes in: nothing. Goes out: names that clients compare with. Never happens here: a change of a published name.
 */
@NullMarked
package io.firstcome.contract;

import org.jspecify.annotations.NullMarked;
