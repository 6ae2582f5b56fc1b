/**
 * The stock aggregate and its rules.
 *
 * <p>Comes in: commands of {@code api}, with their instant. Goes out: stock events, rejections of a hold among them, or a
 * rejection before the first event. Never happens here: a clock, a random number, I/O, Spring; the end of a hold by itself.
 */
@NullMarked
package io.firstcome.command.stock.domain;

import org.jspecify.annotations.NullMarked;
