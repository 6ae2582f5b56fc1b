package io.firstcome.command.waitingroom.lookup;

import io.firstcome.command.waitingroom.lookup.RoomSummary.Status;
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
import io.firstcome.events.waitingroom.Shuffle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One room as its events tell: what everybody sees of it, the place of each user, and what is to be done. Not safe for several threads. */
public final class RoomState {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LITTLE_KNOWN = Duration.ofSeconds(10);
    private static final String SOLD_OUT = "SOLD_OUT";
    private static final String ROOM_CLOSED = "ROOM_CLOSED";

    private @Nullable RoomTerms terms;
    private int capacity;
    private int admitPerMinute;
    private boolean paused;
    private @Nullable Instant openedAt;
    private boolean closed;
    private int admissions;
    private @Nullable ShuffledOrder shuffled;
    private final Map<String, UserPlace> places = new HashMap<>();
    private final Map<String, UserPlace> active = new HashMap<>();
    private final WaitingLine line = new WaitingLine();
    private final Deque<Instant> lastAdmitted = new ArrayDeque<>();
    private final EndedPlaces ended = new EndedPlaces();

    RoomState() {}

    void on(Object event) {
        switch ((RoomEvent) event) {
            case RoomCreated created -> create(created.terms());
            case RoomOpened open -> open(open);
            case RoomLimitsSet change -> {
                capacity = change.capacity();
                admitPerMinute = change.admitPerMinute();
                paused = change.paused();
            }
            case RoomEntered entry -> enter(entry);
            case UserAdmitted admission -> admit(admission);
            case UsersSeen seen ->
                seen.userIds()
                        .forEach(user ->
                                active.computeIfPresent(user.value(), (id, place) -> place.seen(seen.seenAt())));
            case PlaceEnded end -> end(end);
            case RoomSoldOut soldOut -> endWaiting(SOLD_OUT);
            case RoomClosed close -> {
                endWaiting(ROOM_CLOSED);
                active.values().forEach(place -> place.end(PlaceStatus.DONE, ROOM_CLOSED));
                active.clear();
                closed = true;
            }
        }
    }

    private void create(RoomTerms created) {
        terms = created;
        capacity = created.capacity();
        admitPerMinute = created.admitPerMinute();
        if (created.commitment() != null) {
            shuffled = new ShuffledOrder(created.commitment(), null, null, null);
        }
    }

    private void open(RoomOpened event) {
        openedAt = event.openedAt();
        String seed = event.seed();
        if (seed == null) {
            return;
        }
        List<String> entrants = waiting().stream().map(place -> place.user).toList();
        List<String> order = Shuffle.order(seed, entrants);
        shuffled = new ShuffledOrder(Objects.requireNonNull(shuffled).commitment(), seed, entrants, order);
        line.clear();
        int number = 0;
        for (String user : order) {
            number++;
            Objects.requireNonNull(places.get(user)).number = number;
            line.add(number);
        }
    }

    private List<UserPlace> waiting() {
        return places.values().stream()
                .filter(place -> place.status == PlaceStatus.WAITING)
                .sorted(Comparator.comparingInt(place -> place.number))
                .toList();
    }

    private void enter(RoomEntered entry) {
        String user = entry.userId().value();
        places.put(user, new UserPlace(user, entry.entry(), entry.enteredAt()));
        line.add(entry.entry());
    }

    private void admit(UserAdmitted event) {
        admissions = event.admission();
        UserPlace place = Objects.requireNonNull(places.get(event.userId().value()));
        line.remove(place.number);
        place.admit(event);
        active.put(place.user, place);
        lastAdmitted.addLast(event.admittedAt());
        forgetBefore(event.admittedAt().minus(MINUTE));
        ended.waited(Duration.between(place.enteredAt, event.admittedAt()).toMillis());
    }

    private void forgetBefore(Instant instant) {
        while (!lastAdmitted.isEmpty() && !lastAdmitted.getFirst().isAfter(instant)) {
            lastAdmitted.removeFirst();
        }
    }

    private void end(PlaceEnded event) {
        UserPlace place = Objects.requireNonNull(places.get(event.userId().value()));
        if (place.status == PlaceStatus.WAITING) {
            line.remove(place.number);
        } else {
            active.remove(place.user);
            ended.ended(event.reason());
        }
        switch (event.reason()) {
            case DONE -> place.end(PlaceStatus.DONE, null);
            case EXPIRED -> place.end(PlaceStatus.EXPIRED, null);
            case IDLE -> place.end(PlaceStatus.EXPIRED, PlaceEnd.IDLE.name());
            case LEFT -> place.end(PlaceStatus.LEFT, null);
        }
    }

    private void endWaiting(String reason) {
        waiting().forEach(place -> place.end(PlaceStatus.DONE, reason));
        line.clear();
    }

    /** Whether it is made; before that it is only planned. */
    boolean exists() {
        return terms != null;
    }

    /** How it was set up. */
    public RoomTerms terms() {
        return Objects.requireNonNull(terms);
    }

    public boolean isClosed() {
        return closed;
    }

    /** What everybody may see of it. */
    public RoomSummary summary() {
        return new RoomSummary(terms(), status(), line.size(), active.size(), capacity, admitPerMinute, admissions);
    }

    /** One that is to open at once is open, though nobody is let in until it is looked at. */
    private Status status() {
        if (closed) {
            return Status.CLOSED;
        }
        if (openedAt == null && terms().opensAt() != null) {
            return Status.SCHEDULED;
        }
        return paused ? Status.PAUSED : Status.OPEN;
    }

    /** The order of a shuffled room; null: it is not shuffled. */
    public @Nullable ShuffledOrder shuffledOrder() {
        return shuffled;
    }

    /** The latest place of a user; null: the user was never here. */
    public @Nullable Place place(String user, Instant now) {
        UserPlace place = places.get(user);
        if (place == null) {
            return null;
        }
        int position = place.status == PlaceStatus.WAITING ? line.before(place.number) + 1 : 0;
        long wait = position == 0 ? 0 : waitSeconds(position, now);
        return place.toPlace(position, wait, terms().idleSeconds());
    }

    private long waitSeconds(int position, Instant now) {
        Instant opensAt = terms().opensAt();
        long untilOpen = openedAt != null || opensAt == null
                ? 0
                : Math.max(0, Duration.between(now, opensAt).toSeconds());
        return untilOpen + Math.ceilDiv(position * MINUTE.toSeconds(), admittedPerMinute(now));
    }

    /** The speed of the last minute; the limit, as long as too little is known. */
    private long admittedPerMinute(Instant now) {
        long open = openedAt == null ? 0 : Duration.between(openedAt, now).toSeconds();
        forgetBefore(now.minus(MINUTE));
        return open < LITTLE_KNOWN.toSeconds() || lastAdmitted.isEmpty()
                ? admitPerMinute
                : Math.ceilDiv(lastAdmitted.size() * MINUTE.toSeconds(), Math.min(open, MINUTE.toSeconds()));
    }

    /** Whether this admission has ended: it was given, and its user is not let in by it any more. */
    public boolean hasEnded(String user, int admission) {
        UserPlace place = active.get(user);
        return closed || (admission <= admissions && (place == null || place.admission != admission));
    }

    /** Whether it is time to begin to let people in. */
    public boolean isToBeOpened(Instant now) {
        Instant opensAt = terms().opensAt();
        return openedAt == null && !closed && (opensAt == null || !now.isBefore(opensAt));
    }

    /**
     * Whether the room has something to do: somebody waits, or a place is over.
     *
     * @param noticedSince since when a sign of a user would have been noticed
     */
    public boolean isToBeLookedAt(Instant now, Instant noticedSince) {
        if (openedAt == null || closed) {
            return false;
        }
        Duration idle = Duration.ofSeconds(terms().idleSeconds());
        return line.size() > 0 || active.values().stream().anyMatch(place -> place.isOverAt(now, noticedSince, idle));
    }

    /** How many admissions have ended. */
    public int ended() {
        return admissions - active.size();
    }

    /** How many admissions have ended for this reason. */
    public int ended(PlaceEnd reason) {
        return ended.count(reason);
    }

    /** How long all who were let in have waited together. */
    public long waitedMillis() {
        return ended.waitedMillis();
    }
}
