package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.admitted;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ended;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.planned;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.lookup.MemoryRooms;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a room is told of the time that passes between looks, and during one. */
class RoomPromoterTimeTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final MemoryRooms memory = new MemoryRooms();
    private final AnsweringBus bus = new AnsweringBus().has(COUPON, 3);
    private final SettableClock clock = new SettableClock(NOW);
    private final RoomPromoter promoter = new RoomPromoter(
            memory.rooms(),
            new TaskCommands(() -> bus),
            new Presence(),
            RoomSecrets.of(new AdmissionProperties("0123456789abcdef0123456789abcdef", INTERVAL), null),
            new RoomMetrics(memory.rooms(), new SimpleMeterRegistry()),
            clock,
            INTERVAL);

    /** Its own thread is stopped before its first look. */
    RoomPromoterTimeTest() {
        promoter.start();
        promoter.stop();
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()), opened(ROOM), entered(ROOM, ANNA, 1));
    }

    private AdmitUsers lookAfter(Duration pause) {
        clock.advance(pause);
        promoter.look();
        return bus.sent(AdmitUsers.class).getLast();
    }

    @Test
    void givenLooksInTime_whenTheRoomIsTold_thenUsersAreNoticedSinceTheStart() {
        assertThat(lookAfter(INTERVAL).noticedSince()).isEqualTo(NOW);
        assertThat(lookAfter(INTERVAL.plus(SLOW)).noticedSince()).isEqualTo(NOW);
    }

    /** Those who asked for their places during a long look may have waited for the store as long as it did. */
    @Test
    void givenLookThatCameLate_whenTheRoomIsTold_thenUsersAreNoticedSinceThen() {
        lookAfter(INTERVAL);
        Instant late = clock.instant().plus(INTERVAL).plus(SLOW).plusMillis(1);

        assertThat(lookAfter(INTERVAL.plus(SLOW).plusMillis(1)).noticedSince()).isEqualTo(late);
        assertThat(lookAfter(INTERVAL).noticedSince()).isEqualTo(late);
    }

    /** Otherwise a piece that was taken after it was counted would be given to somebody else too. */
    @Test
    void givenPlaceThatEndsWhileThePiecesAreCounted_whenTheRoomIsTold_thenItIsNotAmongThoseThatHadEndedBefore() {
        memory.happened(entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1), ended(ROOM, ANNA, PlaceEnd.DONE));
        memory.happened(entered(ROOM, ANNA, 3), admitted(ROOM, BEN, 2));
        bus.failOn(command -> {
            if (command instanceof CountPieces) {
                memory.happened(ended(ROOM, BEN, PlaceEnd.DONE));
            }
            return false;
        });

        assertThat(lookAfter(INTERVAL).endedBefore()).isEqualTo(1);
        bus.failOn(command -> false);
        assertThat(lookAfter(INTERVAL).endedBefore()).isEqualTo(2);
    }
}
