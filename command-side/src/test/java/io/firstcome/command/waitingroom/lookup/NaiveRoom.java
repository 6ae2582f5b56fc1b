package io.firstcome.command.waitingroom.lookup;

import io.firstcome.command.waitingroom.lookup.RoomSummary.Status;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomTerms;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A room as lists that are looked through for each question. */
final class NaiveRoom {

    /** One stay of a user, from the entry to its end. */
    static final class Visit {

        final String user;
        final Instant enteredAt;
        PlaceStatus status = PlaceStatus.WAITING;
        int admission;

        @Nullable
        Instant admittedAt;

        @Nullable
        Instant expiresAt;

        Instant seenAt;

        @Nullable
        String reason;

        Visit(String user, Instant enteredAt) {
            this.user = user;
            this.enteredAt = enteredAt;
            this.seenAt = enteredAt;
        }

        private boolean isOver(Instant now, Instant noticedSince, long idleSeconds) {
            Instant last = seenAt.isAfter(noticedSince) ? seenAt : noticedSince;
            boolean expired = expiresAt != null && !expiresAt.isAfter(now);
            return expired || Duration.between(last, now).toSeconds() >= idleSeconds;
        }
    }

    final RoomTerms terms;
    final List<Visit> visits = new ArrayList<>();
    final List<Visit> line = new ArrayList<>();
    int capacity;
    int admitPerMinute;
    boolean paused;
    boolean opened;
    Instant openedAt = Instant.MIN;
    boolean closed;
    private final List<PlaceEnd> ends = new ArrayList<>();
    private @Nullable ShuffledOrder shuffled;

    NaiveRoom(RoomTerms terms) {
        this.terms = terms;
        capacity = terms.capacity();
        admitPerMinute = terms.admitPerMinute();
        shuffled = terms.commitment() == null ? null : new ShuffledOrder(terms.commitment(), null, null, null);
    }

    void open(@Nullable String seed, Instant now) {
        opened = true;
        openedAt = now;
        if (seed != null) {
            List<String> came = line.stream().map(visit -> visit.user).toList();
            line.sort(Comparator.comparing(visit -> hash(seed + ":" + visit.user)));
            List<String> order = line.stream().map(visit -> visit.user).toList();
            shuffled = new ShuffledOrder(Objects.requireNonNull(terms.commitment()), seed, came, order);
        }
    }

    static BigInteger hash(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void enter(String user, Instant at) {
        Visit visit = new Visit(user, at);
        visits.add(visit);
        line.add(visit);
    }

    Visit admitFirst(Instant at, Instant until) {
        Visit visit = line.removeFirst();
        visit.status = PlaceStatus.ADMITTED;
        visit.admission = admissions().size() + 1;
        visit.admittedAt = at;
        visit.expiresAt = until;
        visit.seenAt = at;
        return visit;
    }

    void end(Visit visit, PlaceEnd end) {
        if (!line.remove(visit)) {
            ends.add(end);
        }
        visit.status = switch (end) {
            case DONE -> PlaceStatus.DONE;
            case LEFT -> PlaceStatus.LEFT;
            case EXPIRED, IDLE -> PlaceStatus.EXPIRED;
        };
        visit.reason = end == PlaceEnd.IDLE ? "IDLE" : null;
    }

    void endWaiting(String reason) {
        finish(List.copyOf(line), reason);
    }

    void close() {
        finish(visits.stream().filter(visit -> isHere(visit)).toList(), "ROOM_CLOSED");
        closed = true;
    }

    private void finish(List<Visit> finished, String reason) {
        finished.forEach(visit -> {
            visit.status = PlaceStatus.DONE;
            visit.reason = reason;
        });
        line.removeAll(finished);
    }

    private static boolean isHere(Visit visit) {
        return visit.status == PlaceStatus.WAITING || visit.status == PlaceStatus.ADMITTED;
    }

    /** The latest of a user; null: the user was never here. */
    @Nullable
    Visit latest(String user) {
        return visits.reversed().stream()
                .filter(visit -> visit.user.equals(user))
                .findFirst()
                .orElse(null);
    }

    List<Visit> active() {
        return visits.stream()
                .filter(visit -> visit.status == PlaceStatus.ADMITTED)
                .toList();
    }

    /** All that were ever let in. */
    List<Visit> admissions() {
        return visits.stream().filter(visit -> visit.admission > 0).toList();
    }

    /** What {@link RoomState} must tell at this instant, with the questions. */
    List<Object> answers(Instant now, Instant noticedSince, List<String> users) {
        boolean scheduled = !opened && terms.opensAt() != null;
        Status status = closed ? Status.CLOSED : scheduled ? Status.SCHEDULED : paused ? Status.PAUSED : Status.OPEN;
        int given = admissions().size();
        List<Object> answers = new ArrayList<>();
        answers.add(new RoomSummary(terms, status, line.size(), active().size(), capacity, admitPerMinute, given));
        answers.add("shuffled " + shuffled);
        answers.add("closed " + closed);
        Instant opensAt = terms.opensAt();
        answers.add("to be opened " + (!opened && !closed && (opensAt == null || !opensAt.isAfter(now))));
        boolean over = active().stream().anyMatch(visit -> visit.isOver(now, noticedSince, terms.idleSeconds()));
        answers.add("to be looked at " + (opened && !closed && (!line.isEmpty() || over)));
        for (String user : users) {
            answers.add(user + " " + place(user, now));
        }
        for (Visit visit : admissions()) {
            answers.add(visit.user + " " + visit.admission + " ended " + (visit.status != PlaceStatus.ADMITTED));
        }
        answers.add("the next admission ended " + closed);
        for (PlaceEnd end : PlaceEnd.values()) {
            answers.add(end + " " + ends.stream().filter(end::equals).count());
        }
        answers.add(
                "waited " + admissions().stream().mapToLong(NaiveRoom::waited).sum());
        return answers;
    }

    private static long waited(Visit visit) {
        return visit.admittedAt == null
                ? 0
                : Duration.between(visit.enteredAt, visit.admittedAt).toMillis();
    }

    private @Nullable Place place(String user, Instant now) {
        Visit visit = latest(user);
        if (visit == null) {
            return null;
        }
        int position = line.indexOf(visit) + 1;
        return new Place(
                visit.status,
                position,
                position == 0 ? 0 : untilOpen(now) + (long) Math.ceil(position * 60.0 / speed(now)),
                terms.idleSeconds(),
                visit.admission,
                visit.enteredAt,
                visit.admittedAt,
                visit.expiresAt,
                visit.reason);
    }

    private long untilOpen(Instant now) {
        Instant opensAt = terms.opensAt();
        return opened || opensAt == null || opensAt.isBefore(now)
                ? 0
                : Duration.between(now, opensAt).toSeconds();
    }

    private long speed(Instant now) {
        long recent = admissions().stream()
                .filter(visit -> visit.admittedAt != null && visit.admittedAt.isAfter(now.minusSeconds(60)))
                .count();
        if (recent == 0 || now.isBefore(openedAt.plusSeconds(10))) {
            return admitPerMinute;
        }
        double minutes = Math.min(60, Duration.between(openedAt, now).toSeconds()) / 60.0;
        return (long) Math.ceil(Math.round(recent / minutes * 1_000_000) / 1_000_000.0);
    }
}
