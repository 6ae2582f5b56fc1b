/**
 * The rules of architecture.md for the command side, as tests.
 *
 * <p>Comes in: compiled classes. Goes out: violations. A rule that matches nothing fails.
 */
@NullMarked
package io.firstcome.command.architecture;

import org.jspecify.annotations.NullMarked;
