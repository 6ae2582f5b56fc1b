package io.firstcome.command.waitingroom.rest;

import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as it was set up. */
@Schema(example = """
                {"roomId": "drop-7", "name": "Drop 7", "protects": [{"type": "COUPON", "id": "1"}], "capacity": 50,
                 "admitPerMinute": 600, "order": "FIFO", "opensAt": null, "admissionMinutes": 60, "idleSeconds": 300,
                 "commitment": null, "createdAt": "2026-11-20T09:00:00Z"}""")
record CreateRoomResponse(
        String roomId,
        String name,
        List<ProtectedResponse> protects,
        int capacity,
        int admitPerMinute,
        RoomOrder order,
        @Nullable Instant opensAt,
        int admissionMinutes,
        int idleSeconds,

        @Schema(description = "Of SHUFFLE: SHA-256 of the seed, see the room's fairness") @Nullable
        String commitment,

        Instant createdAt) {

    /** One thing that the room stands in front of. */
    record ProtectedResponse(ProtectedItem.Type type, String id) {

        private static ProtectedResponse of(ProtectedItem item) {
            return new ProtectedResponse(item.type(), item.id());
        }
    }

    static CreateRoomResponse of(RoomPlanned planned) {
        RoomTerms terms = planned.terms();
        return new CreateRoomResponse(
                planned.roomId().value(),
                terms.name(),
                terms.protects().stream().map(ProtectedResponse::of).toList(),
                terms.capacity(),
                terms.admitPerMinute(),
                terms.order(),
                terms.opensAt(),
                terms.admissionMinutes(),
                terms.idleSeconds(),
                terms.commitment(),
                planned.plannedAt());
    }
}
