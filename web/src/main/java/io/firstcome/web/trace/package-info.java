/**
 * One id by which a request is found again: in its answer, in the logs, in the metadata of its events.
 *
 * <p>Comes in: the W3C {@code traceparent} header, if the client sent one. Goes out: the same trace id on the answer.
 * Never happens here: measuring or exporting spans.
 */
@NullMarked
package io.firstcome.web.trace;

import org.jspecify.annotations.NullMarked;
