package io.firstcome.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the event history.
 *
 * @param items in commit order; may be fewer than asked for, even none, when more is to come
 * @param next what to pass as {@code after} for the next part, or null when the newest event was reached
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditPage(List<AuditEvent> items, @Nullable Long next) {}
