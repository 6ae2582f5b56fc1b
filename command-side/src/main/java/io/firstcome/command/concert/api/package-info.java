/** What can be asked of a concert and of its dates. */
@NullMarked
package io.firstcome.command.concert.api;

import org.jspecify.annotations.NullMarked;
