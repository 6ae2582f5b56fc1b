package io.firstcome.query.processor;

import io.firstcome.axon.processors.DeadLetterSource;
import io.firstcome.query.consistency.Slice;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Page;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What processors have dead-lettered, of whatever kind: listed, and tried again. */
@Component
class DeadLetters {

    private static final Duration RETRY_BUDGET = Duration.ofSeconds(10);
    private static final Comparator<DeadLetterSource.Letter> IN_PLACE = Comparator.comparing(
                    (DeadLetterSource.Letter deadLetters) -> deadLetters.place().sequence())
            .thenComparingLong(deadLetters -> deadLetters.place().index());

    private final List<DeadLetterSource> kinds;

    DeadLetters(List<DeadLetterSource> kinds) {
        this.kinds = kinds;
    }

    /** By sequence, and in each in the order in which they will be taken. */
    Page<DeadLetterItem> list(String processor, @Nullable Cursor after, int limit) {
        DeadLetterSource.Place place = after == null ? null : new DeadLetterSource.Place(after.key(0), after.number(1));
        List<DeadLetterSource.Letter> found = kinds.stream()
                .flatMap(kind -> kind.list(processor, place, limit + 1).stream())
                .sorted(IN_PLACE)
                .toList();
        Slice<DeadLetterSource.Letter> shown = Slice.of(found, limit);
        DeadLetterSource.Place last = shown.more() ? shown.items().getLast().place() : null;
        return new Page<>(
                shown.items().stream().map(DeadLetterItem::of).toList(),
                last == null ? null : Cursor.of(last.sequence(), last.index()).encode());
    }

    /** How many, by processor. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        kinds.forEach(kind -> kind.counts().forEach((processor, count) -> counts.merge(processor, count, Long::sum)));
        return counts;
    }

    /** Has the processor try again what it has dead-lettered, until it is done or the time is over. */
    RetryResult retry(String processor) {
        long before = counts().getOrDefault(processor, 0L);
        long end = System.nanoTime() + RETRY_BUDGET.toNanos();
        kinds.forEach(kind -> kind.retry(processor, end));
        long after = counts().getOrDefault(processor, 0L);
        return new RetryResult(Math.max(0, before - after), after);
    }
}
