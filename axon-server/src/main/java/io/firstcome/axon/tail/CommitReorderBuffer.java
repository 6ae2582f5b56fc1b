package io.firstcome.axon.tail;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** What was told and is not taken yet, as some of it waits for what belongs before it. Its user locks. */
final class CommitReorderBuffer {

    private final Queue<Commit> commits = new PriorityQueue<>(Comparator.comparingLong(Commit::first));

    void addAll(List<Commit> told) {
        commits.addAll(told);
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    /** Whether the first of them goes on where {@code reach} ends. */
    boolean hasNext(long reach) {
        Commit first = commits.peek();
        return first != null && first.first() <= reach + 1;
    }

    Commit next() {
        return commits.remove();
    }
}
