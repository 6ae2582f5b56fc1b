package io.firstcome.query.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds events.
 *
 * <p>Without an aggregate or a user every event has to be looked at. That is done in steps, and after a while the answer is
 * what was found until then, with the position to go on from: so a rare event in a long history is found in several calls
 * instead of one that never ends.
 */
@Component
class AuditTrail {

    private static final long STEP = 20_000;
    private static final Duration BUDGET = Duration.ofSeconds(2);

    private final AuditRows rows;

    AuditTrail(AuditRows rows) {
        this.rows = rows;
    }

    AuditHead head() {
        return new AuditHead(rows.head());
    }

    AuditPage find(AuditFilter filter) {
        if (filter.user() != null) {
            return page(rows.ofUser(filter), filter.limit());
        }
        if (filter.aggregateId() != null) {
            return page(rows.ofAggregate(filter), filter.limit());
        }
        return scan(filter);
    }

    private static AuditPage page(List<AuditEvent> items, int limit) {
        return new AuditPage(
                items, items.size() < limit ? null : items.getLast().position());
    }

    private AuditPage scan(AuditFilter filter) {
        long head = rows.head();
        long end = System.nanoTime() + BUDGET.toNanos();
        List<AuditEvent> found = new ArrayList<>();
        long seen = filter.after();
        while (seen < head && System.nanoTime() - end < 0) {
            long step = Math.min(head, seen + STEP);
            found.addAll(rows.upTo(step, filter.after(seen, filter.limit() - found.size())));
            if (found.size() == filter.limit()) {
                return new AuditPage(found, found.getLast().position());
            }
            seen = step;
        }
        return new AuditPage(found, seen < head ? seen : null);
    }
}
