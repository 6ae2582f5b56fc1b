package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.api.RoomLimits;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import io.firstcome.web.json.NotOnlySpace;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /waiting-room}. */
@Schema(example = """
                {"roomId": "drop-7", "name": "Drop 7", "protects": [{"type": "COUPON", "id": "1"}], "capacity": 50,
                 "admitPerMinute": 600, "order": "FIFO"}""")
record CreateRoomRequest(
        @Schema(description = "Absent: the server chooses one") @OpaqueId @Nullable
        String roomId,

        @Schema(example = "Drop 7") @NotNull @Size(min = 1, max = RoomLimits.MAX_NAME_LENGTH) @NotOnlySpace
        String name,

        @Schema(description = "What nobody gets without an admission of this room, each thing once")
        @NotEmpty
        @Size(min = 1, max = RoomLimits.MAX_PROTECTS)
        List<@NotNull @Valid ProtectedRequest> protects,

        @Schema(description = "How many may be let in at a time", defaultValue = "50", example = "50")
        @Min(1)
        @Max(RoomLimits.MAX_CAPACITY)
        @Nullable
        Integer capacity,

        @Schema(description = "How many may be let in within any 60 seconds", defaultValue = "600", example = "600")
        @Min(1)
        @Max(RoomLimits.MAX_PER_MINUTE)
        @Nullable
        Integer admitPerMinute,

        @Schema(
                description = "FIFO: as they come. SHUFFLE: who comes before the room opens, in a random order that is"
                        + " committed to; the others behind them",
                defaultValue = "FIFO")
        @Nullable
        RoomOrder order,

        @Schema(description = "Before it nobody is let in; absent: at once") @Nullable
        Instant opensAt,

        @Schema(description = "How long an admission is good", defaultValue = "60", example = "60")
        @Min(1)
        @Max(RoomLimits.MAX_ADMISSION_MINUTES)
        @Nullable
        Integer admissionMinutes,

        @Schema(
                description = "After so long without a request of its user a place ends",
                defaultValue = "300",
                example = "300")
        @Min(RoomLimits.MIN_IDLE_SECONDS)
        @Max(RoomLimits.MAX_IDLE_SECONDS)
        @Nullable
        Integer idleSeconds) {

    private static final int CAPACITY = 50;
    private static final int PER_MINUTE = 600;
    private static final int ADMISSION_MINUTES = 60;
    private static final int IDLE_SECONDS = 300;

    /** One thing that the room stands in front of. */
    record ProtectedRequest(
            @NotNull ProtectedItem.Type type,
            @NotNull @OpaqueId String id) {

        private ProtectedItem toItem() {
            return new ProtectedItem(type, id);
        }
    }

    RoomId room() {
        return new RoomId(
                Objects.requireNonNullElseGet(roomId, () -> UUID.randomUUID().toString()));
    }

    /**
     * @param commitments what a shuffled room commits to
     * @throws ProblemException {@code INVALID_REQUEST} when a thing stands there twice
     */
    RoomTerms toTerms(RoomId room, Function<RoomId, String> commitments) {
        List<ProtectedItem> items =
                protects.stream().map(ProtectedRequest::toItem).toList();
        if (items.stream().distinct().count() < items.size()) {
            throw ProblemException.invalid("protects", FieldError.Code.INVALID_VALUE, "names each thing once");
        }
        RoomOrder wanted = Objects.requireNonNullElse(order, RoomOrder.FIFO);
        return new RoomTerms(
                name,
                items,
                Objects.requireNonNullElse(capacity, CAPACITY),
                Objects.requireNonNullElse(admitPerMinute, PER_MINUTE),
                wanted,
                opensAt,
                Objects.requireNonNullElse(admissionMinutes, ADMISSION_MINUTES),
                Objects.requireNonNullElse(idleSeconds, IDLE_SECONDS),
                wanted == RoomOrder.SHUFFLE ? commitments.apply(room) : null);
    }
}
