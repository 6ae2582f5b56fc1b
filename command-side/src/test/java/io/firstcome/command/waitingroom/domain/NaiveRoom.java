package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CloseRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomEvent.RoomCreated;
import io.firstcome.events.waitingroom.RoomEvent.RoomEntered;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.RoomSoldOut;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import io.firstcome.events.waitingroom.RoomEvent.UsersSeen;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The waiting room in the plainest way: all that has ever happened, looked through for every decision. */
class NaiveRoom implements Rooms {

    private final List<RoomEvent> past = new ArrayList<>();

    @Override
    public Outcome send(RoomCommand command) {
        if (past.isEmpty() && !(command instanceof CreateRoom)) {
            return Outcome.refused(RoomErrorCode.ROOM_NOT_FOUND);
        }
        int before = past.size();
        switch (command) {
            case CreateRoom create
            when past.isEmpty() -> past.add(new RoomCreated(create.roomId(), create.terms(), create.at()));
            case OpenRoom open
            when isToOpen(open.at()) && !isCommittedTo(open.seed()) -> {
                return Outcome.fault();
            }
            case OpenRoom open
            when isToOpen(open.at()) -> past.add(new RoomOpened(open.roomId(), open.seed(), open.at()));
            case ChangeRoom change when !has(RoomClosed.class) -> change(change);
            case CloseRoom close when !has(RoomClosed.class) -> past.add(new RoomClosed(close.roomId(), close.at()));
            case EnterRoom enter when !has(RoomClosed.class) -> enter(enter);
            case ChangeRoom _, CloseRoom _, EnterRoom _ -> {
                return Outcome.refused(RoomErrorCode.ROOM_CLOSED);
            }
            case LeaveRoom leave when hasPlace(leave.userId()) -> end(leave.userId(), PlaceEnd.LEFT, leave.at());
            case EndPlaces done ->
                done.uses().forEach(use -> {
                    if (isEndedBy(use)) {
                        end(use.userId(), PlaceEnd.DONE, use.doneAt());
                    }
                });
            case NotePresence presence -> note(presence);
            case AdmitUsers admit when has(RoomOpened.class) && !has(RoomClosed.class) -> admit(admit);
            case CreateRoom _, OpenRoom _, LeaveRoom _, AdmitUsers _ -> {
                // It has its effect already, or none yet.
            }
        }
        return Outcome.accepted(past.subList(before, past.size()));
    }

    private void change(ChangeRoom change) {
        past.add(new RoomLimitsSet(
                change.roomId(),
                Objects.requireNonNullElse(change.capacity(), limits().capacity()),
                Objects.requireNonNullElse(change.admitPerMinute(), limits().admitPerMinute()),
                Objects.requireNonNullElse(change.paused(), limits().paused()),
                change.at()));
    }

    private void enter(EnterRoom enter) {
        if (!hasPlace(enter.userId())) {
            past.add(new RoomEntered(enter.roomId(), enter.userId(), nextEntry(), enter.at()));
        }
    }

    private void note(NotePresence presence) {
        List<UserId> there =
                presence.userIds().stream().filter(user -> place(user) != null).toList();
        if (!there.isEmpty()) {
            past.add(new UsersSeen(presence.roomId(), there, presence.at()));
        }
    }

    private void end(UserId user, PlaceEnd reason, Instant at) {
        past.add(new PlaceEnded(TestRoom.ID, user, reason, at));
    }

    private void admit(AdmitUsers admit) {
        for (UserAdmitted place : active()) {
            PlaceEnd reason = reasonToEnd(place, admit);
            if (reason != null) {
                end(place.userId(), reason, admit.at());
            }
        }
        if (admit.supply() == 0 && !waiting().isEmpty()) {
            past.add(new RoomSoldOut(admit.roomId(), admit.at()));
        }
        Instant at = instantToCount(admit.at());
        int taken = countActive();
        while (!isPaused()
                && !waiting().isEmpty()
                && hasRoom(taken, admit.supply())
                && minute(at) < limits().admitPerMinute()) {
            taken++;
            past.add(new UserAdmitted(
                    admit.roomId(),
                    new UserId(next(waiting())),
                    Math.toIntExact(all(UserAdmitted.class).count()) + 1,
                    at,
                    at.plus(Duration.ofMinutes(terms().admissionMinutes()))));
        }
    }

    @Nullable
    PlaceEnd reasonToEnd(UserAdmitted place, AdmitUsers admit) {
        if (!admit.at().isBefore(place.expiresAt())) {
            return PlaceEnd.EXPIRED;
        }
        Instant last = Stream.of(lastSeen(place), admit.noticedSince())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(last, admit.at()).toSeconds() < terms().idleSeconds() ? null : PlaceEnd.IDLE;
    }

    /** Of the user in this place, not in an earlier one. */
    Instant lastSeen(UserAdmitted place) {
        return Stream.concat(
                        Stream.of(place.admittedAt()),
                        past.subList(past.indexOf(place), past.size()).stream()
                                .filter(event -> event instanceof UsersSeen seen
                                        && seen.userIds().contains(place.userId()))
                                .map(event -> ((UsersSeen) event).seenAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    int countActive() {
        return active().size();
    }

    boolean hasRoom(int taken, long supply) {
        return taken < limits().capacity() && taken < supply;
    }

    /** How many were let in within the 60 seconds before, and by clocks that are ahead. */
    long minute(Instant at) {
        return admissions().filter(each -> each.isAfter(at.minusSeconds(60))).count();
    }

    Instant instantToCount(Instant at) {
        return Stream.concat(Stream.of(at), admissions())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    final Stream<Instant> admissions() {
        return all(UserAdmitted.class).map(UserAdmitted::admittedAt);
    }

    String next(List<String> waiting) {
        return waiting.getFirst();
    }

    boolean isPaused() {
        return limits().paused();
    }

    boolean hasPlace(UserId user) {
        return waiting().contains(user.value()) || place(user) != null;
    }

    int nextEntry() {
        return Math.toIntExact(all(RoomEntered.class).count()) + 1;
    }

    boolean isEndedBy(EndPlaces.Use done) {
        UserAdmitted place = place(done.userId());
        return place != null && !done.begunAt().isBefore(place.admittedAt());
    }

    boolean isToOpen(Instant at) {
        Instant opensAt = terms().opensAt();
        return !has(RoomOpened.class) && !has(RoomClosed.class) && (opensAt == null || !at.isBefore(opensAt));
    }

    boolean isCommittedTo(@Nullable String seed) {
        return Objects.equals(terms().commitment(), seed == null ? null : SeedOrder.commitment(seed));
    }

    List<String> order(String seed, List<String> users) {
        return SeedOrder.of(seed, users);
    }

    /** The limits as they were changed last. */
    RoomLimitsSet limits() {
        RoomTerms terms = terms();
        return all(RoomLimitsSet.class)
                .reduce((earlier, later) -> later)
                .orElse(new RoomLimitsSet(TestRoom.ID, terms.capacity(), terms.admitPerMinute(), false, TestRoom.NOW));
    }

    final RoomTerms terms() {
        return all(RoomCreated.class).findFirst().orElseThrow().terms();
    }

    private boolean has(Class<? extends RoomEvent> kind) {
        return all(kind).findAny().isPresent();
    }

    private <E extends RoomEvent> Stream<E> all(Class<E> kind) {
        return past.stream().filter(kind::isInstance).map(kind::cast);
    }

    private @Nullable UserAdmitted place(UserId user) {
        return active().stream()
                .filter(place -> place.userId().equals(user))
                .findFirst()
                .orElse(null);
    }

    private List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (RoomEvent event : past) {
            switch (event) {
                case RoomEntered entered -> waiting.add(entered.userId().value());
                case UserAdmitted admitted -> waiting.remove(admitted.userId().value());
                case PlaceEnded ended -> waiting.remove(ended.userId().value());
                case RoomSoldOut _, RoomClosed _ -> waiting.clear();
                case RoomOpened opened
                when opened.seed() != null -> waiting = new ArrayList<>(order(opened.seed(), waiting));
                default -> {
                    // Nobody waits, or waits no more, by it.
                }
            }
        }
        return waiting;
    }

    final List<UserAdmitted> active() {
        List<UserAdmitted> active = new ArrayList<>();
        for (RoomEvent event : past) {
            switch (event) {
                case UserAdmitted admitted -> active.add(admitted);
                case PlaceEnded ended -> active.removeIf(place -> place.userId().equals(ended.userId()));
                case RoomClosed _ -> active.clear();
                default -> {
                    // Nobody is let in, or out, by it.
                }
            }
        }
        return active;
    }
}
