package io.firstcome.events.waitingroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a room was set up.
 *
 * @param protects one or more, each once
 * @param capacity how many places may be active at a time
 * @param admitPerMinute how many may be let in within any 60 seconds
 * @param opensAt before it nobody is let in; null: at once
 * @param admissionMinutes how long an admission is good
 * @param idleSeconds after so long without a request of its user a place ends
 * @param commitment of SHUFFLE: SHA-256 of the seed, 64 hexadecimal digits; null: of FIFO
 */
public record RoomTerms(
        String name,
        List<ProtectedItem> protects,
        int capacity,
        int admitPerMinute,
        RoomOrder order,
        @Nullable Instant opensAt,
        int admissionMinutes,
        int idleSeconds,
        @Nullable String commitment) {

    public RoomTerms {
        protects = List.copyOf(protects);
    }
}
