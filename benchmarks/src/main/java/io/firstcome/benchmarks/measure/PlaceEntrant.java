package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Ours;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers a second to users who wait in a room and ask for their places, in turn.
 *
 * <p>The room is paused, so that the same users wait all the time. It has admitted as many before as a minute allows: the
 * estimate of each wait counts those.
 */
final class PlaceEntrant extends LoadEntrant {

    static final int WAITING = 10_000;

    /** How many are admitted before it is paused. */
    static final int ADMITTED = 600;

    /** None of these becomes idle while the row is measured. */
    private static final String TERMS = ",\"capacity\":" + ADMITTED + ",\"admitPerMinute\":" + ADMITTED
            + ",\"admissionMinutes\":1440,\"idleSeconds\":86400";

    private static final int EVERY = 500;
    private static final int MOST_TRIES = 3;
    private static final int LONG_ENOUGH_SECONDS = 600;
    private static final int MOST_LOOKS = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Checks checks;
    private final int waiting;
    private @Nullable CouponRoom room;

    PlaceEntrant(Session session, CouponSystem system, Checks checks) {
        super(session, system, system.title() + ", asking for a place", "places", "answers/s");
        this.checks = checks;
        this.waiting = Math.min(WAITING, session.users().count() - ADMITTED);
        if (waiting <= 0) {
            throw new IllegalArgumentException("Row 14 needs more than " + ADMITTED + " users");
        }
    }

    /** Fills the room first. */
    @Override
    public void warmUp() {
        if (system instanceof Ours ours) {
            room = filled(ours);
        }
        super.warmUp();
    }

    private CouponRoom filled(Ours ours) {
        String campaign = session.newName("queued");
        ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
        CouponRoom filled = CouponRoom.open(session, ours, campaign, TERMS);
        enter(filled, 1, ADMITTED);
        for (int look = 0; filled.shown().get("active").asInt() < ADMITTED; look++) {
            if (look == MOST_LOOKS) {
                throw new IllegalStateException("The room does not admit " + ADMITTED + " users: " + filled.shown());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        filled.pause();
        enter(filled, ADMITTED + 1, waiting);
        return filled;
    }

    /** All of these users. Who has entered and enters again keeps the place. */
    private void enter(CouponRoom into, int first, int count) {
        int all = first + count - 1;
        List<String> who =
                List.of(session.users().file().toString(), into.id(), Integer.toString(first), Integer.toString(count));
        for (int tries = 0; inside(into) < all; tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("Not all of " + all + " users could enter: " + into.shown());
            }
            wrk("enter.lua", LONG_ENOUGH_SECONDS, who);
            into.system().settle();
        }
    }

    private static int inside(CouponRoom room) {
        JsonNode shown = room.shown();
        return shown.get("waiting").asInt() + shown.get("active").asInt();
    }

    @Override
    double rate(int seconds, boolean counts) {
        CouponRoom asked = room;
        RoomLedger before = asked == null || !counts ? null : ledger(asked);
        WrkResult result = wrk(
                "places.lua",
                seconds,
                List.of(
                        session.users().file().toString(),
                        asked == null ? CouponRoom.NO_ROOM : asked.id(),
                        Integer.toString(ADMITTED + 1),
                        Integer.toString(waiting)));
        if (counts) {
            checks.verify(
                    system.title() + ": every user who asks is told a place",
                    result.refused() == 0 && result.broken() == 0,
                    result.refused() + " refused, " + result.broken() + " lost");
        }
        if (asked != null && before != null) {
            verify(asked, before);
        }
        return result.acceptedPerSecond();
    }

    private void verify(CouponRoom asked, RoomLedger before) {
        String who = system.title();
        RoomLedger after = ledger(asked);
        checks.verify(
                who + ": to ask for a place stores nothing",
                after.equals(before),
                after.events() + " events of the room, " + before.events() + " before");
        JsonNode shown = asked.shown();
        checks.verify(
                who + ": all go on waiting while they ask",
                shown.get("waiting").asInt() == waiting
                        && shown.get("admittedTotal").asInt() == ADMITTED,
                shown.toString());
        List<RoomLedger.Entry> entries = RoomLedger.some(asked.system().database()::column, asked.id(), EVERY).stream()
                .filter(entry -> entry.number() > ADMITTED)
                .toList();
        long right = entries.stream()
                .filter(entry -> asked.place(entry.userId())
                                .require(200)
                                .json()
                                .get("position")
                                .asInt()
                        == entry.number() - ADMITTED)
                .count();
        checks.verify(
                who + ": the place that a user is told is that of the entry",
                right == entries.size() && (right > 0 || waiting < EVERY),
                right + " of " + entries.size() + " users");
    }

    private static RoomLedger ledger(CouponRoom of) {
        return RoomLedger.of(of.system().database()::column, of.id());
    }

    /** Ends the room. */
    void close() {
        if (room != null) {
            room.close();
        }
    }
}
