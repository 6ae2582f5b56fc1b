/** Waiting rooms over HTTP. */
@NullMarked
package io.firstcome.command.waitingroom.rest;

import org.jspecify.annotations.NullMarked;
