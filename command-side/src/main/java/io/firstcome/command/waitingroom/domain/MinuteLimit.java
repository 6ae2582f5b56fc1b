package io.firstcome.command.waitingroom.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened in the last 60 seconds, so that no more than a limit happens in any 60 seconds. */
final class MinuteLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What happened at one instant: all that one command has led to. */
    private record Counted(Instant at, int times) {}

    /** The oldest first. Of more than a minute ago only until the next one. */
    private Deque<Counted> recent = new ArrayDeque<>();

    /** The instant to count for {@code at}: nodes' clocks differ, and what comes later is never earlier. */
    Instant notBeforeLast(Instant at) {
        return recent.isEmpty() || at.isAfter(recent.getLast().at())
                ? at
                : recent.getLast().at();
    }

    /** How often it may happen at {@code at}, less than nothing when the limit was lowered. */
    int left(int limit, Instant at) {
        Instant from = at.minus(MINUTE);
        return limit
                - recent.stream()
                        .filter(each -> each.at().isAfter(from))
                        .mapToInt(Counted::times)
                        .sum();
    }

    void count(Instant at) {
        Instant from = at.minus(MINUTE);
        while (!recent.isEmpty() && !recent.getFirst().at().isAfter(from)) {
            recent.removeFirst();
        }
        boolean another = recent.isEmpty() || !recent.getLast().at().equals(at);
        recent.addLast(new Counted(at, another ? 1 : recent.removeLast().times() + 1));
    }
}
