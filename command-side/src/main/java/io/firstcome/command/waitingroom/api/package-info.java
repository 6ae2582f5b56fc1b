/** What can be asked of waiting rooms. */
@NullMarked
package io.firstcome.command.waitingroom.api;

import org.jspecify.annotations.NullMarked;
