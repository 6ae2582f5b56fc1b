/**
 * How views of many small things are written: few statements for a batch, however many things it is about.
 *
 * <p>Comes in: the changes of a batch. Goes out: rows that are read once, changed in memory and written once. Never happens
 * here: the knowledge of a view.
 */
@NullMarked
package io.firstcome.query.writing;

import org.jspecify.annotations.NullMarked;
