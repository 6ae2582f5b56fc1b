/** A stand-in for the command node. */
@NullMarked
package io.firstcome.node.command;

import org.jspecify.annotations.NullMarked;
