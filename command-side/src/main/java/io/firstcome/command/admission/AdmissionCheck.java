package io.firstcome.command.admission;

import io.firstcome.axon.idempotency.IdempotencyKey;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the admission before a command to what a room protects.
 *
 * <p>It asks memory only: the signature and what it says, and the room's places as the tail has told them. What happened a moment ago on
 * another node may not be known yet, so an admission may be taken for that moment after its place has ended.
 */
public final class AdmissionCheck {

    /**
     * How a room stands to an admission.
     *
     * @param closed what it protects is open to all
     * @param ended the place of the admission has ended
     */
    private record Standing(boolean closed, boolean ended, int idleSeconds) {

        /** Of a room that is planned and not made yet: it has let nobody in. */
        static final Standing NOT_MADE = new Standing(false, false, 0);
    }

    /**
     * A request that needs an admission.
     *
     * @param userId for whom something is asked, whoever asks
     * @param admission null: there is none
     * @param idempotency null: the request is not repeatable
     */
    public record Request(
            String userId,
            @Nullable AdmissionHeader admission,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {}

    private final WaitingRooms rooms;
    private final AdmissionTokens tokens;
    private final Presence presence;
    private final IdempotencyStore outcomes;
    private final Clock clock;
    private final Map<RoomErrorCode, Counter> refusals = new EnumMap<>(RoomErrorCode.class);

    AdmissionCheck(
            WaitingRooms rooms,
            AdmissionTokens tokens,
            Presence presence,
            IdempotencyStore outcomes,
            Clock clock,
            MeterRegistry metrics) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.presence = presence;
        this.outcomes = outcomes;
        this.clock = clock;
        for (RoomErrorCode code : List.of(
                RoomErrorCode.ADMISSION_REQUIRED, RoomErrorCode.ADMISSION_INVALID, RoomErrorCode.ADMISSION_EXPIRED)) {
            refusals.put(code, metrics.counter("firstcome.refusals", "code", code.name()));
        }
    }

    /**
     * Passes when the item is behind no room, or the request has a good admission to it.
     *
     * @throws ProblemException {@code ADMISSION_REQUIRED}, {@code ADMISSION_INVALID} or {@code ADMISSION_EXPIRED}
     */
    public void require(ProtectedItem item, Request request) {
        RoomId room = rooms.of(item);
        if (room != null) {
            require(room, request);
        }
    }

    private void require(RoomId room, Request request) {
        AdmissionHeader header = request.admission();
        Admission admission = header == null ? null : tokens.verify(header.value());
        boolean fits = admission != null
                && admission.room().equals(room)
                && admission.userId().equals(request.userId());
        int number = admission == null ? 0 : admission.number();
        Standing standing = rooms.read(
                        room,
                        state -> new Standing(
                                state.isClosed(),
                                state.hasEnded(request.userId(), number),
                                state.terms().idleSeconds()))
                .orElse(Standing.NOT_MADE);
        if (standing.closed()) {
            return;
        }
        if (header == null) {
            throw refused(RoomErrorCode.ADMISSION_REQUIRED, room);
        }
        if (admission == null || !fits) {
            throw refused(RoomErrorCode.ADMISSION_INVALID, room);
        }
        if (standing.ended() || !clock.instant().isBefore(admission.expiresAt())) {
            requireRepeated(room, request);
            return;
        }
        presence.see(room, request.userId(), standing.idleSeconds());
    }

    /** A request that was answered before its place ended is answered the same again. */
    private void requireRepeated(RoomId room, Request request) {
        IdempotentRequest idempotency = request.idempotency();
        if (idempotency != null) {
            IdempotencyKey key = new IdempotencyKey(request.caller().userId(), idempotency.key());
            if (outcomes.find(List.of(key)).containsKey(key)) {
                return;
            }
        }
        throw refused(RoomErrorCode.ADMISSION_EXPIRED, room);
    }

    private ProblemException refused(RoomErrorCode code, RoomId room) {
        Counter counter = refusals.get(code);
        if (counter != null) {
            counter.increment();
        }
        return ProblemException.of(code, null).withMember("roomId", room.value());
    }

    /** What a user came for is refused for good: the place goes to the next. */
    public void finish(ProtectedItem item, String userId) {
        RoomId room = rooms.of(item);
        if (room != null) {
            presence.finish(room, userId);
        }
    }
}
