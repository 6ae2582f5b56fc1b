package io.firstcome.command.waitingroom.lookup;

import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomEvent.RoomCreated;
import io.firstcome.events.waitingroom.RoomEvent.RoomEntered;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a room, all of them of {@link #NOW} where nothing else is said. */
public final class ExampleRoom {

    public static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    public static final RoomId ROOM = new RoomId("drop-7");
    public static final UserId ANNA = new UserId("anna");
    public static final UserId BEN = new UserId("ben");
    public static final ProtectedItem COUPON = new ProtectedItem(ProtectedItem.Type.COUPON, "c1");
    public static final ProtectedItem PRODUCT = new ProtectedItem(ProtectedItem.Type.PRODUCT, "tea");
    public static final ProtectedItem DATE = new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d1");
    public static final Duration ADMISSION = Duration.ofMinutes(10);
    public static final Duration IDLE = Duration.ofMinutes(5);
    public static final int CAPACITY = 50;
    public static final int PER_MINUTE = 60;

    private ExampleRoom() {}

    /** Of a room that lets people in as they come, in front of {@link #COUPON}. */
    public static RoomTerms terms() {
        return fifo(null, COUPON);
    }

    public static RoomTerms fifo(@Nullable Instant opensAt, ProtectedItem... protects) {
        return terms(RoomOrder.FIFO, opensAt, null, protects);
    }

    public static RoomTerms shuffle(@Nullable Instant opensAt, String commitment, ProtectedItem... protects) {
        return terms(RoomOrder.SHUFFLE, opensAt, commitment, protects);
    }

    private static RoomTerms terms(
            RoomOrder order, @Nullable Instant opensAt, @Nullable String commitment, ProtectedItem... protects) {
        return new RoomTerms(
                "Drop",
                List.of(protects),
                CAPACITY,
                PER_MINUTE,
                order,
                opensAt,
                Math.toIntExact(ADMISSION.toMinutes()),
                Math.toIntExact(IDLE.toSeconds()),
                commitment);
    }

    public static RoomPlanned planned(RoomId room, RoomTerms terms) {
        return new RoomPlanned(room, terms, NOW);
    }

    public static ProtectionEnded protectionEnded(RoomId room) {
        return new ProtectionEnded(room, NOW);
    }

    public static RoomCreated created(RoomId room, RoomTerms terms) {
        return new RoomCreated(room, terms, NOW);
    }

    public static RoomOpened opened(RoomId room) {
        return new RoomOpened(room, null, NOW);
    }

    public static RoomClosed closed(RoomId room) {
        return new RoomClosed(room, NOW);
    }

    public static RoomEntered entered(RoomId room, UserId user, int entry) {
        return new RoomEntered(room, user, entry, NOW);
    }

    public static UserAdmitted admitted(RoomId room, UserId user, int admission) {
        return new UserAdmitted(room, user, admission, NOW, NOW.plus(ADMISSION));
    }

    public static PlaceEnded ended(RoomId room, UserId user, PlaceEnd reason) {
        return new PlaceEnded(room, user, reason, NOW);
    }
}
