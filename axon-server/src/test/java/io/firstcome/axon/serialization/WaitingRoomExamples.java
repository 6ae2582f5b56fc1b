package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomEvent.RoomCreated;
import io.firstcome.events.waitingroom.RoomEvent.RoomEntered;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.RoomSoldOut;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import io.firstcome.events.waitingroom.RoomEvent.UsersSeen;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a waiting room and of the list of all rooms. */
final class WaitingRoomExamples {

    private static final RoomId ROOM = new RoomId("r-1");
    private static final UserId USER = new UserId("007");
    private static final Instant LATER = Instant.parse("2026-11-20T09:30:00.123456Z");
    private static final RoomTerms SHUFFLED = new RoomTerms(
            "봄 \"투어\"",
            List.of(
                    new ProtectedItem(ProtectedItem.Type.COUPON, "1"),
                    new ProtectedItem(ProtectedItem.Type.PRODUCT, "mug"),
                    new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d-1")),
            50,
            600,
            RoomOrder.SHUFFLE,
            LATER,
            60,
            300,
            "622a494d3ea8c7ba2fed4f37909f14d9b50ab412322de39be62c8d6c2418bfca");
    private static final RoomTerms FIFO = new RoomTerms(
            "Tour",
            List.of(new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d-1")),
            1,
            1,
            RoomOrder.FIFO,
            null,
            1,
            5,
            null);

    static final List<EventExample> ALL = List.of(
            new EventExample("waitingroom/RoomPlanned-1", new RoomPlanned(ROOM, SHUFFLED, AT)),
            new EventExample("waitingroom/RoomPlanned-1-least", new RoomPlanned(ROOM, FIFO, AT)),
            new EventExample("waitingroom/ProtectionEnded-1", new ProtectionEnded(ROOM, AT)),
            new EventExample("waitingroom/RoomCreated-1", new RoomCreated(ROOM, SHUFFLED, AT)),
            new EventExample("waitingroom/RoomCreated-1-least", new RoomCreated(ROOM, FIFO, AT)),
            new EventExample("waitingroom/RoomOpened-1", new RoomOpened(ROOM, "spring", AT)),
            new EventExample("waitingroom/RoomOpened-1-least", new RoomOpened(ROOM, null, AT)),
            new EventExample("waitingroom/RoomLimitsSet-1", new RoomLimitsSet(ROOM, 100_000, 1_000_000, true, AT)),
            new EventExample("waitingroom/RoomEntered-1", new RoomEntered(ROOM, USER, 8, AT)),
            new EventExample("waitingroom/UserAdmitted-1", new UserAdmitted(ROOM, USER, 7, AT, LATER)),
            new EventExample("waitingroom/UsersSeen-1", new UsersSeen(ROOM, List.of(USER, new UserId("anna")), AT)),
            new EventExample("waitingroom/PlaceEnded-1", new PlaceEnded(ROOM, USER, PlaceEnd.DONE, AT)),
            new EventExample("waitingroom/PlaceEnded-1-expired", new PlaceEnded(ROOM, USER, PlaceEnd.EXPIRED, AT)),
            new EventExample("waitingroom/PlaceEnded-1-idle", new PlaceEnded(ROOM, USER, PlaceEnd.IDLE, AT)),
            new EventExample("waitingroom/PlaceEnded-1-left", new PlaceEnded(ROOM, USER, PlaceEnd.LEFT, AT)),
            new EventExample("waitingroom/RoomSoldOut-1", new RoomSoldOut(ROOM, AT)),
            new EventExample("waitingroom/RoomClosed-1", new RoomClosed(ROOM, AT)));

    private WaitingRoomExamples() {}
}
