/** Breaks the rules on purpose: what the architecture tests must notice. */
@NullMarked
package io.firstcome.command.wrong.lookup;

import org.jspecify.annotations.NullMarked;
