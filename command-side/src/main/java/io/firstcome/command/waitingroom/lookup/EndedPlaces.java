package io.firstcome.command.waitingroom.lookup;

import io.firstcome.events.waitingroom.PlaceEnd;
import java.util.EnumMap;
import java.util.Map;

/** How many admissions of a room have ended, and how long those who were let in had waited: for metrics. */
final class EndedPlaces {

    private final Map<PlaceEnd, Integer> ended = new EnumMap<>(PlaceEnd.class);
    private long waitedMillis;

    void waited(long millis) {
        waitedMillis += Math.max(0, millis);
    }

    void ended(PlaceEnd reason) {
        ended.merge(reason, 1, Integer::sum);
    }

    int count(PlaceEnd reason) {
        return ended.getOrDefault(reason, 0);
    }

    long waitedMillis() {
        return waitedMillis;
    }
}
