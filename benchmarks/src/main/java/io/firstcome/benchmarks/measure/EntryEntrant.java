package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Entries a second into a waiting room, a new one for each run, each of another user. The room admits users meanwhile. */
final class EntryEntrant extends LoadEntrant {

    private final Checks checks;

    EntryEntrant(Session session, CouponSystem system, Checks checks) {
        super(session, system, system.title() + ", entering", "entries", "entries/s");
        this.checks = checks;
    }

    @Override
    double rate(int seconds, boolean counts) {
        WrkResult result = system instanceof Ours ours
                ? enterNew(ours, seconds, counts)
                : enter(CouponRoom.NO_ROOM, seconds, enoughFor(seconds));
        if (counts) {
            long mayBeRefused = result.exhausted() ? connections() : 0;
            checks.verify(
                    system.title() + ": no entry was refused or lost",
                    result.refused() <= mayBeRefused && result.broken() == 0,
                    result.refused() + " refused, " + result.broken() + " lost");
        }
        return result.acceptedPerSecond();
    }

    private WrkResult enterNew(Ours ours, int seconds, boolean counts) {
        String campaign = session.newName("queued");
        ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
        CouponRoom room = CouponRoom.open(session, ours, campaign);
        WrkResult result = enter(room.id(), seconds, onceEachFor(seconds));
        ours.settle();
        if (counts) {
            verify(ours, room, result);
        }
        room.close();
        return result;
    }

    private WrkResult enter(String room, int seconds, int count) {
        return wrk(
                "enter.lua", seconds, List.of(session.users().file().toString(), room, "1", Integer.toString(count)));
    }

    private void verify(Ours ours, CouponRoom room, WrkResult result) {
        RoomLedger ledger = RoomLedger.of(ours.database()::column, room.id());
        ledger.verify(ours.title(), result.accepted(), 2L * connections(), checks);
        JsonNode shown = room.shown();
        long waiting = shown.get("waiting").asLong();
        long active = shown.get("active").asLong();
        checks.verify(
                ours.title() + ": all who have entered wait or are admitted",
                waiting + active == ledger.entries(),
                waiting + " wait, " + active + " are admitted, " + ledger.entries() + " have entered");
    }
}
