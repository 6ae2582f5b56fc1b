package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.contract.RoomErrorCode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of any history of one room, whatever was asked and by whose clock. It looks at commands and events only. */
final class RoomInvariants {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    /** Of a user who is let in. */
    private record Place(Instant admittedAt, Instant expiresAt, Instant seenAt) {}

    private final List<String> violations = new ArrayList<>();
    private final List<String> queue = new ArrayList<>();
    private final Map<String, Place> active = new HashMap<>();
    private final List<Instant> admissions = new ArrayList<>();
    private int entries;
    private int capacity;
    private int perMinute;
    private boolean paused;
    private boolean opened;
    private boolean closed;
    private @Nullable RoomTerms terms;

    private RoomInvariants() {}

    /** What does not hold; empty when all is well. */
    static List<String> violations(RoomHistory history, List<Outcome> outcomes) {
        RoomInvariants invariants = new RoomInvariants();
        invariants.require(history.commands().size() == outcomes.size(), "one outcome for each command");
        for (int i = 0; i < outcomes.size(); i++) {
            invariants.check(history.commands().get(i), outcomes.get(i));
        }
        return invariants.violations;
    }

    private void check(RoomCommand command, Outcome outcome) {
        require(outcome.rejection() != RoomErrorCode.ROOM_CLOSED || closed, "only a closed room is closed");
        require(outcome.rejection() == null || outcome.events().isEmpty(), "a refusal emits nothing");
        require(
                !outcome.failed() || (command instanceof OpenRoom open && !isCommittedTo(open.seed())),
                "only a seed that was not committed to fails");
        if (command instanceof EnterRoom enter && terms != null && !closed) {
            boolean has = hasPlace(enter.userId().value());
            require(has != outcome.events().stream().anyMatch(RoomEntered.class::isInstance), "all get one place");
        }
        outcome.events().forEach(event -> check(command, event));
        if (command instanceof AdmitUsers admit && opened && !closed) {
            require(
                    active.values().stream().noneMatch(place -> isExpired(place, admit) || isIdle(place, admit)),
                    "no place outlives its time");
        }
    }

    private void check(RoomCommand command, RoomEvent event) {
        require(terms != null || event instanceof RoomCreated, "nothing happens in a room that is not there");
        require(!closed, "nothing happens in a closed room");
        switch (event) {
            case RoomCreated created -> on(created);
            case RoomOpened open -> on(open);
            case RoomLimitsSet changed -> on(changed);
            case RoomEntered entered -> on(entered);
            case UserAdmitted admitted -> on(command, admitted);
            case UsersSeen seen -> on(seen);
            case PlaceEnded ended -> on(command, ended);
            case RoomSoldOut _ -> {
                require(opened, "nobody is told before the opening");
                require(command instanceof AdmitUsers admit && admit.supply() == 0, "sold out is without supply");
                require(!queue.isEmpty(), "somebody is told");
                queue.clear();
            }
            case RoomClosed _ -> {
                closed = true;
                queue.clear();
                active.clear();
            }
        }
    }

    private void on(RoomCreated event) {
        require(terms == null, "it is created once");
        terms = event.terms();
        capacity = event.terms().capacity();
        perMinute = event.terms().admitPerMinute();
    }

    private void on(RoomOpened event) {
        Instant opensAt = terms().opensAt();
        require(!opened, "it opens once");
        require(opensAt == null || !event.openedAt().isBefore(opensAt), "it opens in its time");
        require(isCommittedTo(event.seed()), "the seed is the one that was committed to");
        opened = true;
        if (event.seed() != null) {
            List<String> shuffled = SeedOrder.of(event.seed(), queue);
            queue.clear();
            queue.addAll(shuffled);
        }
    }

    private boolean isCommittedTo(@Nullable String seed) {
        return Objects.equals(terms().commitment(), seed == null ? null : SeedOrder.commitment(seed));
    }

    private void on(RoomLimitsSet event) {
        capacity = event.capacity();
        perMinute = event.admitPerMinute();
        paused = event.paused();
    }

    private void on(RoomEntered event) {
        String user = event.userId().value();
        require(!hasPlace(user), "a user has one place");
        entries++;
        require(event.entry() == entries, "entries are numbered without holes");
        queue.add(user);
    }

    private void on(RoomCommand command, UserAdmitted event) {
        String user = event.userId().value();
        require(opened && !paused, "nobody is let in before the opening, nor in a pause");
        require(!queue.isEmpty() && queue.getFirst().equals(user), "the next is let in");
        require(!active.containsKey(user), "nobody is let in twice");
        queue.remove(user);
        active.put(user, new Place(event.admittedAt(), event.expiresAt(), event.admittedAt()));
        require(active.size() <= capacity, "not more are let in than the capacity");
        admissions.add(event.admittedAt());
        require(event.admission() == admissions.size(), "admissions are numbered without holes");
        require(mostInAMinute(event.admittedAt()) <= perMinute, "not more than the limit within any minute");
        Duration admission = Duration.ofMinutes(terms().admissionMinutes());
        require(event.expiresAt().equals(event.admittedAt().plus(admission)), "an admission is good for its time");
        if (command instanceof AdmitUsers admit) {
            require(active.size() <= admit.supply(), "not more are let in than there are pieces");
            require(!event.admittedAt().isBefore(admit.at()), "nobody is let in before it is asked for");
        } else {
            violations.add("nobody is let in unless it is asked for");
        }
    }

    /** The most that were let in within any 60 seconds that the instant is in, by whatever clocks. */
    private long mostInAMinute(Instant at) {
        return admissions.stream()
                .filter(first -> !first.isAfter(at) && first.isAfter(at.minus(MINUTE)))
                .mapToLong(first -> admissions.stream()
                        .filter(each -> !each.isBefore(first) && each.isBefore(first.plus(MINUTE)))
                        .count())
                .max()
                .orElseThrow();
    }

    private void on(UsersSeen event) {
        require(!event.userIds().isEmpty(), "somebody was there");
        event.userIds().forEach(user -> {
            Place place = active.get(user.value());
            require(place != null, "who is not let in is not seen");
            if (place != null && event.seenAt().isAfter(place.seenAt())) {
                active.put(user.value(), new Place(place.admittedAt(), place.expiresAt(), event.seenAt()));
            }
        });
    }

    private void on(RoomCommand command, PlaceEnded event) {
        String user = event.userId().value();
        boolean waited = queue.remove(user);
        Place place = active.remove(user);
        require(waited || place != null, "only a place ends");
        boolean right =
                switch (event.reason()) {
                    case LEFT ->
                        command instanceof LeaveRoom leave && leave.userId().equals(event.userId());
                    case DONE ->
                        command instanceof EndPlaces ends
                                && place != null
                                && ends.uses().stream()
                                        .filter(use -> use.userId().equals(event.userId()))
                                        .anyMatch(use -> !use.begunAt().isBefore(place.admittedAt()));
                    case EXPIRED -> command instanceof AdmitUsers admit && place != null && isExpired(place, admit);
                    case IDLE ->
                        command instanceof AdmitUsers admit
                                && place != null
                                && !isExpired(place, admit)
                                && isIdle(place, admit);
                };
        require(right, "a place ends for its reason: " + event);
    }

    private static boolean isExpired(Place place, AdmitUsers admit) {
        return !admit.at().isBefore(place.expiresAt());
    }

    private boolean isIdle(Place place, AdmitUsers admit) {
        Duration idle = Duration.ofSeconds(terms().idleSeconds());
        return Duration.between(place.seenAt(), admit.at()).compareTo(idle) >= 0
                && Duration.between(admit.noticedSince(), admit.at()).compareTo(idle) >= 0;
    }

    private boolean hasPlace(String user) {
        return queue.contains(user) || active.containsKey(user);
    }

    private RoomTerms terms() {
        return Objects.requireNonNull(terms);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }
}
