package io.firstcome.command.waitingroom.lookup;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ADMISSION;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;

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
import io.firstcome.events.waitingroom.Shuffle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Steps become events that a room may have emitted, and the naive model learns of each. */
final class RoomHistory {

    /** What may happen next. What a room would not do does not happen. */
    enum Action {
        OPEN,
        ENTER,
        ADMIT,
        SEE,
        LEAVE,
        FINISH,
        EXPIRE,
        BE_IDLE,
        SET_LIMITS,
        SELL_OUT,
        CLOSE
    }

    /** @param seconds after the step before */
    record Step(Action action, int user, int seconds) {}

    static final String SEED = "a seed";
    static final List<String> USERS =
            IntStream.range(0, 9).mapToObj(number -> "user-" + number).toList();
    private static final int MOST_STEPS = 120;

    final NaiveRoom naive;
    final RoomState state = new RoomState();
    private Instant now = NOW;
    private int entries;

    /** @param shuffled with a time before which it does not open; else it lets people in as they come, at once */
    RoomHistory(boolean shuffled) {
        RoomTerms terms = shuffled
                ? ExampleRoom.shuffle(NOW.plusSeconds(60), Shuffle.commitmentTo(SEED), COUPON)
                : ExampleRoom.terms();
        naive = new NaiveRoom(terms);
        state.on(new RoomCreated(ROOM, terms, NOW));
    }

    static Arbitrary<List<Step>> any() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                Tuple.of(6, Action.OPEN),
                Tuple.of(40, Action.ENTER),
                Tuple.of(25, Action.ADMIT),
                Tuple.of(8, Action.SEE),
                Tuple.of(6, Action.LEAVE),
                Tuple.of(6, Action.FINISH),
                Tuple.of(4, Action.EXPIRE),
                Tuple.of(4, Action.BE_IDLE),
                Tuple.of(4, Action.SET_LIMITS),
                Tuple.of(2, Action.SELL_OUT),
                Tuple.of(1, Action.CLOSE));
        return Combinators.combine(
                        actions,
                        Arbitraries.integers().between(0, USERS.size() - 1),
                        Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofMaxSize(MOST_STEPS);
    }

    Instant now() {
        return now;
    }

    /** Both learn of it. */
    void take(Step step) {
        RoomEvent event = next(step);
        if (event != null) {
            state.on(event);
        }
    }

    /** The event, which the naive model knows already; null: the room does nothing. */
    @Nullable
    RoomEvent next(Step step) {
        now = now.plusSeconds(step.seconds());
        if (naive.closed) {
            return null;
        }
        return switch (step.action()) {
            case OPEN -> open();
            case ENTER -> enter(USERS.get(step.user()));
            case ADMIT -> admit();
            case SEE -> see(USERS.get(step.user()));
            case LEAVE -> end(USERS.get(step.user()), PlaceEnd.LEFT);
            case FINISH -> end(USERS.get(step.user()), PlaceEnd.DONE);
            case EXPIRE -> end(USERS.get(step.user()), PlaceEnd.EXPIRED);
            case BE_IDLE -> end(USERS.get(step.user()), PlaceEnd.IDLE);
            case SET_LIMITS -> setLimits(step);
            case SELL_OUT -> sellOut();
            case CLOSE -> close();
        };
    }

    private @Nullable RoomEvent open() {
        Instant opensAt = naive.terms.opensAt();
        if (naive.opened || (opensAt != null && now.isBefore(opensAt))) {
            return null;
        }
        String seed = naive.terms.commitment() == null ? null : SEED;
        naive.open(seed, now);
        return new RoomOpened(ROOM, seed, now);
    }

    private @Nullable RoomEvent enter(String user) {
        NaiveRoom.Visit latest = naive.latest(user);
        if (latest != null && (latest.status == PlaceStatus.WAITING || latest.status == PlaceStatus.ADMITTED)) {
            return null;
        }
        entries++;
        naive.enter(user, now);
        return new RoomEntered(ROOM, new UserId(user), entries, now);
    }

    private @Nullable RoomEvent admit() {
        if (!naive.opened || naive.line.isEmpty()) {
            return null;
        }
        Instant until = now.plus(ADMISSION);
        NaiveRoom.Visit admitted = naive.admitFirst(now, until);
        return new UserAdmitted(ROOM, new UserId(admitted.user), admitted.admission, now, until);
    }

    private @Nullable RoomEvent see(String user) {
        NaiveRoom.Visit latest = naive.latest(user);
        if (latest == null || latest.status != PlaceStatus.ADMITTED) {
            return null;
        }
        latest.seenAt = now;
        return new UsersSeen(ROOM, List.of(new UserId(user)), now);
    }

    private @Nullable RoomEvent end(String user, PlaceEnd reason) {
        NaiveRoom.Visit latest = naive.latest(user);
        boolean waits = latest != null && latest.status == PlaceStatus.WAITING;
        boolean isIn = latest != null && latest.status == PlaceStatus.ADMITTED;
        if (!isIn && !(waits && reason == PlaceEnd.LEFT)) {
            return null;
        }
        naive.end(Objects.requireNonNull(latest), reason);
        return new PlaceEnded(ROOM, new UserId(user), reason, now);
    }

    private RoomEvent setLimits(Step step) {
        naive.capacity = step.user() + 1;
        naive.admitPerMinute = step.user() * 7 + 1;
        naive.paused = step.seconds() % 2 == 1;
        return new RoomLimitsSet(ROOM, naive.capacity, naive.admitPerMinute, naive.paused, now);
    }

    private @Nullable RoomEvent sellOut() {
        if (!naive.opened || naive.line.isEmpty()) {
            return null;
        }
        naive.endWaiting("SOLD_OUT");
        return new RoomSoldOut(ROOM, now);
    }

    private RoomEvent close() {
        naive.close();
        return new RoomClosed(ROOM, now);
    }

    /** What the naive model says. */
    List<Object> expected(Duration later, Instant noticedSince) {
        return naive.answers(now.plus(later), noticedSince, USERS);
    }

    /** What the state says to the same questions. */
    List<Object> answers(Duration later, Instant noticedSince) {
        Instant at = now.plus(later);
        List<Object> answers = new ArrayList<>();
        answers.add(state.summary());
        answers.add("shuffled " + state.shuffledOrder());
        answers.add("closed " + state.isClosed());
        answers.add("to be opened " + state.isToBeOpened(at));
        answers.add("to be looked at " + state.isToBeLookedAt(at, noticedSince));
        for (String user : USERS) {
            answers.add(user + " " + state.place(user, at));
        }
        List<NaiveRoom.Visit> admissions = naive.admissions();
        for (NaiveRoom.Visit visit : admissions) {
            answers.add(visit.user + " " + visit.admission + " ended " + state.hasEnded(visit.user, visit.admission));
        }
        answers.add("the next admission ended " + state.hasEnded(USERS.getFirst(), admissions.size() + 1));
        for (PlaceEnd end : PlaceEnd.values()) {
            answers.add(end + " " + state.ended(end));
        }
        answers.add("waited " + state.waitedMillis());
        return answers;
    }
}
