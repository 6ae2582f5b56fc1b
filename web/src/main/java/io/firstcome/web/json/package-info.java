/**
 * JSON as the API speaks it: strict in what it reads, plain in what it writes.
 *
 * <p>Comes in: request bodies. Goes out: records, or a problem that names the wrong field. Never happens here: the JSON of
 * the event store, and a guess about what a client may have meant.
 */
@NullMarked
package io.firstcome.web.json;

import org.jspecify.annotations.NullMarked;
