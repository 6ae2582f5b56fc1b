package io.firstcome.command.process.room;

import io.firstcome.command.process.BatchParts;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.EndProtection;
import io.firstcome.command.waitingroom.api.RoomsOfItems;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Makes each room that is planned, frees what a closed room protected, and ends a place when what it was for is done.
 *
 * <p>It has no state. Which room is in front of what comes from memory: a room that it does not know yet has let nobody in. A place that is
 * younger than what was done stays: it was not for that.
 */
@ProcessingGroup(WaitingRoomProcess.GROUP)
@DisallowReplay
public final class WaitingRoomProcess {

    /** The processing group, and the name of its processor. */
    public static final String GROUP = "waiting-room-process";

    private final ProcessCommands steps;
    private final PastEvents past;
    private final RoomsOfItems rooms;

    /** In a rush they are as many as what is sold. */
    private final BatchParts<RoomId, EndPlaces.Use> ends;

    public WaitingRoomProcess(ProcessCommands steps, PastEvents past, RoomsOfItems rooms) {
        this.steps = steps;
        this.past = past;
        this.rooms = rooms;
        this.ends = new BatchParts<>("ends of places", (room, uses) -> steps.send(new EndPlaces(room, uses)));
    }

    @EventHandler
    void on(RoomPlanned event) {
        steps.send(new CreateRoom(event.roomId(), event.terms(), event.plannedAt()));
    }

    @EventHandler
    void on(RoomClosed event) {
        steps.send(new EndProtection(event.roomId(), event.closedAt()));
    }

    @EventHandler
    void on(CouponIssued event) {
        ProtectedItem coupon =
                new ProtectedItem(ProtectedItem.Type.COUPON, event.couponId().value());
        endPlace(coupon, event.userId(), event.issuedAt(), event.issuedAt());
    }

    @EventHandler
    void on(OrderPaid event, @Timestamp Instant at) {
        endPlaces(event.orderId(), at);
    }

    @EventHandler
    void on(OrderCancelled event, @Timestamp Instant at) {
        endPlaces(event.orderId(), at);
    }

    @EventHandler
    void on(OrderExpired event, @Timestamp Instant at) {
        endPlaces(event.orderId(), at);
    }

    private void endPlaces(OrderId id, Instant at) {
        if (!rooms.isAny()) {
            return;
        }
        OrderPlaced order = past.placed(id);
        order.lines().stream()
                .map(WaitingRoomProcess::itemOf)
                .distinct()
                .forEach(item -> endPlace(item, order.userId(), order.placedAt(), at));
    }

    private static ProtectedItem itemOf(OrderLine line) {
        return line.dateId() == null
                ? new ProtectedItem(
                        ProtectedItem.Type.PRODUCT,
                        Objects.requireNonNull(line.productId()).value())
                : new ProtectedItem(
                        ProtectedItem.Type.CONCERT_DATE, line.dateId().value());
    }

    private void endPlace(ProtectedItem item, UserId user, Instant begunAt, Instant at) {
        RoomId room = rooms.of(item);
        if (room != null) {
            ends.add(room, new EndPlaces.Use(user, begunAt, at));
        }
    }
}
