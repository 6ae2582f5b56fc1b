/** The stock aggregate and its rules. */
@NullMarked
package io.firstcome.command.stock.domain;

import org.jspecify.annotations.NullMarked;
