package io.firstcome.command.waitingroom.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened in the last 60 seconds, so that no more than a limit happens in any 60 seconds. */
final class MinuteLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The oldest first. Of more than a minute ago only until the next one. */
    private Deque<Instant> recent = new ArrayDeque<>();

    /** The instant to count for {@code at}: nodes' clocks differ, and what comes later is never earlier. */
    Instant notBeforeLast(Instant at) {
        return recent.isEmpty() || at.isAfter(recent.getLast()) ? at : recent.getLast();
    }

    /** How often it may happen at {@code at}, less than nothing when the limit was lowered. */
    int left(int limit, Instant at) {
        Instant from = at.minus(MINUTE);
        long counted = recent.stream().filter(each -> each.isAfter(from)).count();
        return limit - Math.toIntExact(counted);
    }

    void count(Instant at) {
        Instant from = at.minus(MINUTE);
        while (!recent.isEmpty() && !recent.getFirst().isAfter(from)) {
            recent.removeFirst();
        }
        recent.addLast(at);
    }
}
