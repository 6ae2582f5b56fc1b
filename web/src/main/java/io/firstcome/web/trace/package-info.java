/** The trace id by which a request is found again: in its answer, in the logs, in the metadata of its events. */
@NullMarked
package io.firstcome.web.trace;

import org.jspecify.annotations.NullMarked;
