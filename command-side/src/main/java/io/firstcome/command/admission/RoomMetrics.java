package io.firstcome.command.admission;

import io.firstcome.command.waitingroom.lookup.RoomState;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Tells operators of each room how many wait, are let in, were let in and how their places ended. All of it comes from events. */
final class RoomMetrics {

    private final WaitingRooms rooms;
    private final MeterRegistry metrics;
    private final Set<RoomId> known = ConcurrentHashMap.newKeySet();

    RoomMetrics(WaitingRooms rooms, MeterRegistry metrics) {
        this.rooms = rooms;
        this.metrics = metrics;
    }

    /** Begins to tell of a room. */
    void of(RoomId room) {
        if (known.add(room)) {
            register(room);
        }
    }

    private void register(RoomId room) {
        Tags tags = Tags.of("room", room.value());
        Gauge.builder(
                        "firstcome.room.waiting",
                        room,
                        id -> value(id, state -> state.summary().waiting()))
                .description("Users who wait")
                .tags(tags)
                .strongReference(true)
                .register(metrics);
        Gauge.builder(
                        "firstcome.room.active",
                        room,
                        id -> value(id, state -> state.summary().active()))
                .description("Users who are let in")
                .tags(tags)
                .strongReference(true)
                .register(metrics);
        FunctionTimer.builder(
                        "firstcome.room.wait",
                        this,
                        self -> (long) self.value(room, state -> state.summary().admittedTotal()),
                        self -> self.value(room, RoomState::waitedMillis),
                        TimeUnit.MILLISECONDS)
                .description("Users who were let in, and how long they had waited")
                .tags(tags)
                .register(metrics);
        for (PlaceEnd reason : PlaceEnd.values()) {
            FunctionCounter.builder(
                            "firstcome.room.ended", this, self -> self.value(room, state -> state.ended(reason)))
                    .description(
                            "Admissions that have ended; IDLE and EXPIRED: their users did not come, or not in time")
                    .tags(tags.and("reason", reason.name()))
                    .register(metrics);
        }
    }

    private double value(RoomId room, ToDoubleFunction<RoomState> reading) {
        return rooms.read(room, reading::applyAsDouble).orElse(0.0);
    }
}
