/**
 * Routes commands between command nodes, so that all commands of an aggregate are decided at one of them while the group is whole.
 *
 * <p>Comes in: commands of this node, and of other members. Goes out: for each of its own commands exactly one answer. Never
 * happens here: a decision; two members that both own an aggregate cost speed and are no error.
 */
@NullMarked
package io.firstcome.commandnode.routing;

import org.jspecify.annotations.NullMarked;
