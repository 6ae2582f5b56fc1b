/**
 * What all requests of operators have in common: their refusals, and one outcome for one key.
 *
 * <p>Comes in: what is to be done, and the key. Goes out: the answer. Never happens here: what the operator asks for.
 */
@NullMarked
package io.firstcome.query.operator;

import org.jspecify.annotations.NullMarked;
