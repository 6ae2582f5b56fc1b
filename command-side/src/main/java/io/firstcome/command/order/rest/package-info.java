/** Orders over HTTP. */
@NullMarked
package io.firstcome.command.order.rest;

import org.jspecify.annotations.NullMarked;
