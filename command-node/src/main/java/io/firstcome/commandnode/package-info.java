/** The main class of a command node: the command side as a process of its own, configured from outside. */
@NullMarked
package io.firstcome.commandnode;

import org.jspecify.annotations.NullMarked;
