/** Concerts and their dates over HTTP. */
@NullMarked
package io.firstcome.command.concert.rest;

import org.jspecify.annotations.NullMarked;
