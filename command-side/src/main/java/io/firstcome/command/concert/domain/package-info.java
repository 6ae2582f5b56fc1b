/** The rules of concerts and of the seats of their dates. */
@NullMarked
package io.firstcome.command.concert.domain;

import org.jspecify.annotations.NullMarked;
