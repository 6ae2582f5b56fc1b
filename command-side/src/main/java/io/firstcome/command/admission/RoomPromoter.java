package io.firstcome.command.admission;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.command.waitingroom.lookup.RoomState;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the rooms again and again to let people in.
 *
 * <p>It decides nothing: a room lets in whom it may, and when it is asked twice at the same time, by two nodes, nobody more. So each node
 * asks, and none has to know of the others.
 */
final class RoomPromoter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RoomPromoter.class);

    /** Above the command lanes, below the web server, as the scheduler of tasks. */
    private static final int PHASE = Integer.MAX_VALUE - 2_304;

    /**
     * A look that took so long has waited for the store. Those who asked for their places meanwhile may have waited as long, and the room
     * is told of them too late. The shortest idle time is 5 s, of which more than 2 s may be over before somebody is seen who asks as told.
     */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final WaitingRooms rooms;
    private final TaskCommands commands;
    private final Supply supply;
    private final Presence presence;
    private final RoomSecrets secrets;
    private final RoomMetrics metrics;
    private final Clock clock;
    private final Duration interval;
    private @Nullable ScheduledExecutorService thread;

    /** Since when without a break a sign of a user has come to the rooms. */
    private volatile Instant noticedSince = Instant.MAX;

    /** When the last look began. */
    private volatile Instant lookedAt = Instant.EPOCH;

    private volatile boolean troubled;

    RoomPromoter(
            WaitingRooms rooms,
            TaskCommands commands,
            Presence presence,
            RoomSecrets secrets,
            RoomMetrics metrics,
            Clock clock,
            Duration interval) {
        this.rooms = rooms;
        this.commands = commands;
        this.supply = new Supply(commands);
        this.presence = presence;
        this.secrets = secrets;
        this.metrics = metrics;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        noticedSince = clock.instant();
        lookedAt = noticedSince;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("room-promoter").factory());
        @SuppressWarnings("unused") // it runs until it is shut down
        var looking = started.scheduleWithFixedDelay(
                this::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** One look at all rooms. An exception must not leave it: it would be the last look. */
    void look() {
        try {
            Instant now = clock.instant();
            if (troubled || now.isAfter(lookedAt.plus(interval).plus(SLOW))) {
                // Who was there meanwhile was not noticed.
                noticedSince = now;
                troubled = false;
            }
            lookedAt = now;
            tellPresence(now);
            for (RoomId room : rooms.open()) {
                metrics.of(room);
                look(room, now);
            }
        } catch (RuntimeException e) {
            trouble("Waiting rooms are looked at later", e);
        }
    }

    private void tellPresence(Instant now) {
        presence.takeSeen().forEach((room, users) -> tell(new NotePresence(room, users, now)));
        presence.takeFinished()
                .forEach((room, users) -> tell(new EndPlaces(
                        room,
                        users.stream()
                                .map(user -> new EndPlaces.Use(user, now, now))
                                .toList())));
    }

    /** One that fails does not keep the others back. */
    private void tell(RoomCommand sign) {
        try {
            send(sign);
        } catch (RuntimeException e) {
            trouble("Room " + sign.roomId().value() + " is not told who is there", e);
        }
    }

    private void look(RoomId room, Instant now) {
        try {
            boolean toBeOpened =
                    rooms.read(room, state -> state.isToBeOpened(now)).orElse(false);
            if (toBeOpened) {
                send(new OpenRoom(room, seedOf(room), now));
            }
            boolean toBeLookedAt = rooms.read(room, state -> state.isToBeLookedAt(now, noticedSince))
                    .orElse(false);
            if (toBeLookedAt) {
                // Before the pieces are counted: who takes one of them meanwhile ends a place.
                int ended = rooms.read(room, RoomState::ended).orElse(0);
                List<ProtectedItem> items = rooms.read(room, RoomState::terms)
                        .map(RoomTerms::protects)
                        .orElse(List.of());
                supply.of(items, now).ifPresent(pieces -> send(new AdmitUsers(room, pieces, ended, noticedSince, now)));
            }
        } catch (RuntimeException e) {
            // The other rooms are looked at all the same.
            trouble("Room " + room.value() + " is looked at later", e);
        }
    }

    private @Nullable String seedOf(RoomId room) {
        return rooms.read(room, state -> state.terms().order() == RoomOrder.SHUFFLE ? secrets.seedOf(room) : null)
                .orElse(null);
    }

    private void send(RoomCommand command) {
        commands.send(command, Map.of());
    }

    private void trouble(String what, RuntimeException e) {
        if (!troubled) {
            log.warn("{}: {}", what, e.toString());
        }
        troubled = true;
    }
}
