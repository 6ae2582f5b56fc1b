package io.firstcome.command.waitingroom.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CloseRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
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
import io.firstcome.events.waitingroom.RoomTerms;
import io.firstcome.events.waitingroom.Shuffle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One waiting room: who waits in which order, and who is let in.
 *
 * <p>Always: a user waits once, or is let in once, or neither; not more than the capacity and than the supply are let in at a time, and
 * not more than the limit within any 60 seconds, whoever asks for it and how often; people are let in in the order in which they came,
 * or in the order that was committed to.
 */
@Revision("1")
@AggregateRoot(type = RoomId.TYPE)
public final class WaitingRoom {

    @AggregateIdentifier
    private @Nullable RoomId roomId;

    private @Nullable RoomTerms terms;
    private int capacity;
    private int admitPerMinute;
    private boolean paused;
    private boolean opened;
    private boolean closed;
    private int entries;
    private int admissions;

    /** In the order in which they are let in. A snapshot keeps the order only because the type of the field says so. */
    private LinkedHashSet<String> waiting = new LinkedHashSet<>();

    private Map<String, ActivePlace> active = new LinkedHashMap<>();
    private MinuteLimit lastMinute = new MinuteLimit();

    /** For Axon, which then replays the events. */
    WaitingRoom() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreateRoom command) {
        if (roomId == null) {
            apply(new RoomCreated(command.roomId(), command.terms(), command.at()));
        }
    }

    @CommandHandler
    void handle(OpenRoom command) {
        Instant opensAt = terms().opensAt();
        if (opened || closed || (opensAt != null && command.at().isBefore(opensAt))) {
            return;
        }
        String revealed = command.seed() == null ? null : Shuffle.commitmentTo(command.seed());
        if (!Objects.equals(revealed, terms().commitment())) {
            throw new IllegalStateException(
                    "The seed of room " + command.roomId().value()
                            + " is not the one that was committed to: the secret of the admissions was changed");
        }
        apply(new RoomOpened(command.roomId(), command.seed(), command.at()));
    }

    @CommandHandler
    RoomLimitsSet handle(ChangeRoom command) {
        requireNotClosed();
        RoomLimitsSet changed = new RoomLimitsSet(
                command.roomId(),
                Objects.requireNonNullElse(command.capacity(), capacity),
                Objects.requireNonNullElse(command.admitPerMinute(), admitPerMinute),
                Objects.requireNonNullElse(command.paused(), paused),
                command.at());
        apply(changed);
        return changed;
    }

    @CommandHandler
    RoomClosed handle(CloseRoom command) {
        requireNotClosed();
        RoomClosed close = new RoomClosed(command.roomId(), command.at());
        apply(close);
        return close;
    }

    /** Null: the user waits already, or is let in. */
    @CommandHandler
    @Nullable
    RoomEntered handle(EnterRoom command) {
        requireNotClosed();
        String user = command.userId().value();
        if (waiting.contains(user) || active.containsKey(user)) {
            return null;
        }
        RoomEntered entered = new RoomEntered(command.roomId(), command.userId(), entries + 1, command.at());
        apply(entered);
        return entered;
    }

    private void requireNotClosed() {
        if (closed) {
            throw new RejectedException(RoomErrorCode.ROOM_CLOSED);
        }
    }

    /** Null: the user has no place. */
    @CommandHandler
    @Nullable
    PlaceEnded handle(LeaveRoom command) {
        String user = command.userId().value();
        if (!waiting.contains(user) && !active.containsKey(user)) {
            return null;
        }
        PlaceEnded end = new PlaceEnded(command.roomId(), command.userId(), PlaceEnd.LEFT, command.at());
        apply(end);
        return end;
    }

    @CommandHandler
    void handle(EndPlaces command) {
        for (EndPlaces.Use use : command.uses()) {
            ActivePlace place = active.get(use.userId().value());
            if (place != null && !use.begunAt().isBefore(place.admittedAt())) {
                apply(new PlaceEnded(command.roomId(), use.userId(), PlaceEnd.DONE, use.doneAt()));
            }
        }
    }

    @CommandHandler
    void handle(NotePresence command) {
        List<UserId> seen = command.userIds().stream()
                .filter(user -> active.containsKey(user.value()))
                .toList();
        if (!seen.isEmpty()) {
            apply(new UsersSeen(command.roomId(), seen, command.at()));
        }
    }

    @CommandHandler
    void handle(AdmitUsers command) {
        if (!opened || closed) {
            return;
        }
        endOverdue(command);
        if (command.supply() == 0) {
            if (!waiting.isEmpty()) {
                apply(new RoomSoldOut(command.roomId(), command.at()));
            }
        } else if (!paused) {
            admit(command);
        }
    }

    private void endOverdue(AdmitUsers command) {
        Duration idle = Duration.ofSeconds(terms().idleSeconds());
        List<PlaceEnded> ends = new ArrayList<>();
        active.forEach((user, place) -> {
            PlaceEnd reason = place.endAt(command.at(), command.noticedSince(), idle);
            if (reason != null) {
                ends.add(new PlaceEnded(command.roomId(), new UserId(user), reason, command.at()));
            }
        });
        ends.forEach(AggregateLifecycle::apply);
    }

    private void admit(AdmitUsers command) {
        if (waiting.isEmpty()) {
            return;
        }
        Instant at = lastMinute.notBeforeLast(command.at());
        long endedSince = Math.max(0, admissions - active.size() - command.endedBefore());
        long room = Math.min(capacity, command.supply() - endedSince) - active.size();
        long most = Math.min(room, lastMinute.left(admitPerMinute, at));
        Instant until = at.plus(Duration.ofMinutes(terms().admissionMinutes()));
        for (String user : waiting.stream().limit(Math.max(0, most)).toList()) {
            apply(new UserAdmitted(command.roomId(), new UserId(user), admissions + 1, at, until));
        }
    }

    private RoomTerms terms() {
        return Objects.requireNonNull(terms);
    }

    @EventSourcingHandler
    void on(RoomCreated event) {
        roomId = event.roomId();
        terms = event.terms();
        capacity = event.terms().capacity();
        admitPerMinute = event.terms().admitPerMinute();
    }

    @EventSourcingHandler
    void on(RoomOpened event) {
        opened = true;
        if (event.seed() != null) {
            waiting = new LinkedHashSet<>(Shuffle.order(event.seed(), waiting));
        }
    }

    @EventSourcingHandler
    void on(RoomLimitsSet event) {
        capacity = event.capacity();
        admitPerMinute = event.admitPerMinute();
        paused = event.paused();
    }

    @EventSourcingHandler
    void on(RoomClosed event) {
        closed = true;
        waiting.clear();
        active.clear();
    }

    @EventSourcingHandler
    void on(RoomEntered event) {
        entries = event.entry();
        waiting.add(event.userId().value());
    }

    @EventSourcingHandler
    void on(UserAdmitted event) {
        admissions = event.admission();
        waiting.remove(event.userId().value());
        active.put(event.userId().value(), new ActivePlace(event.admittedAt(), event.expiresAt(), event.admittedAt()));
        lastMinute.count(event.admittedAt());
    }

    @EventSourcingHandler
    void on(UsersSeen event) {
        event.userIds()
                .forEach(user -> active.computeIfPresent(user.value(), (id, place) -> place.seen(event.seenAt())));
    }

    @EventSourcingHandler
    void on(PlaceEnded event) {
        waiting.remove(event.userId().value());
        active.remove(event.userId().value());
    }

    @EventSourcingHandler
    void on(RoomSoldOut event) {
        waiting.clear();
    }
}
