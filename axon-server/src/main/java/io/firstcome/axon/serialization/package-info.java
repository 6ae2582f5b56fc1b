/**
 * How events, snapshots, tokens and messages become JSON and come back.
 *
 * <p>Comes in: objects of the stored language. Goes out: JSON under stable names. Never happens here: a class name in
 * a stored event.
 */
@NullMarked
package io.firstcome.axon.serialization;

import org.jspecify.annotations.NullMarked;
