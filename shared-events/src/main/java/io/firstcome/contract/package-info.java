/**
 * What outsiders rely on: the published rejection codes, one enum for each context, shared by both sides.
 *
 * <p>Comes in: nothing. Goes out: names that clients compare with. Never happens here: a change of a published name.
 */
@NullMarked
package io.firstcome.contract;

import org.jspecify.annotations.NullMarked;
