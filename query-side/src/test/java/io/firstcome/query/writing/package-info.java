/**
 * Tests of what tables of views share.
 *
 * <p>Comes in: changes. Goes out: verdicts. Never happens here: a database.
 */
@NullMarked
package io.firstcome.query.writing;

import org.jspecify.annotations.NullMarked;
