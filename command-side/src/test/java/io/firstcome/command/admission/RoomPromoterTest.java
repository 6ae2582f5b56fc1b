package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ADMISSION;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.DATE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.IDLE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.PRODUCT;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.admitted;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.closed;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ended;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.fifo;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.planned;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.protectionEnded;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.shuffle;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.command.waitingroom.lookup.MemoryRooms;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomTerms;
import io.firstcome.events.waitingroom.Shuffle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the rooms are asked, look by look. Nobody looks but the test. */
class RoomPromoterTest {

    private static final RoomId OTHER = new RoomId("drop-8");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MemoryRooms memory = new MemoryRooms();
    private final AnsweringBus bus = new AnsweringBus().has(COUPON, 3).has(PRODUCT, 40);
    private final Presence presence = new Presence();
    private final RoomSecrets secrets =
            RoomSecrets.of(new AdmissionProperties("0123456789abcdef0123456789abcdef", Duration.ofSeconds(1)), null);
    private final SettableClock clock = new SettableClock(NOW);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RoomPromoter promoter = started(NEVER);

    private RoomPromoter started(Duration interval) {
        RoomPromoter made = new RoomPromoter(
                memory.rooms(),
                new TaskCommands(() -> bus),
                presence,
                secrets,
                new RoomMetrics(memory.rooms(), metrics),
                clock,
                interval);
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        promoter.stop();
    }

    private void made(RoomId room, RoomTerms terms) {
        memory.happened(planned(room, terms), created(room, terms));
    }

    private void waitedFor(RoomId room, RoomTerms terms) {
        made(room, terms);
        memory.happened(opened(room), entered(room, ANNA, 1));
    }

    /** What is sent in one look a second later. */
    private List<Object> look() {
        clock.advance(SECOND);
        int before = bus.sent().size();
        promoter.look();
        return bus.sent().subList(before, bus.sent().size());
    }

    private static Instant second(int number) {
        return NOW.plusSeconds(number);
    }

    private static EndPlaces.Use doneInTheFirst(UserId user) {
        return new EndPlaces.Use(user, second(1), second(1));
    }

    @Test
    void givenNoRooms_whenLookedAt_thenNothingIsSent() {
        assertThat(look()).isEmpty();
    }

    @Test
    void givenNewRoom_whenLookedAt_thenItIsOpenedWithoutASeed() {
        made(ROOM, terms());

        assertThat(look()).containsExactly(new OpenRoom(ROOM, null, second(1)));
    }

    @Test
    void givenShuffledRoom_whenItsTimeHasCome_thenItIsOpenedWithItsSeed() {
        made(ROOM, shuffle(second(2), Shuffle.commitmentTo(secrets.seedOf(ROOM)), COUPON));
        assertThat(look()).isEmpty();

        assertThat(look()).containsExactly(new OpenRoom(ROOM, secrets.seedOf(ROOM), second(2)));
    }

    @Test
    void givenRoomThatIsOnlyPlanned_whenLookedAt_thenNothingIsSent() {
        memory.happened(planned(ROOM, terms()));

        assertThat(look()).isEmpty();
    }

    @Test
    void givenOpenRoom_whenNobodyWaits_thenNothingIsAsked() {
        made(ROOM, terms());
        memory.happened(opened(ROOM), entered(ROOM, ANNA, 1), admitted(ROOM, ANNA, 1));

        assertThat(look()).isEmpty();
    }

    @Test
    void givenOneWhoWaits_whenLookedAt_thenTheRoomIsToldWhatCanBeHad() {
        waitedFor(ROOM, terms());

        assertThat(look())
                .containsExactly(
                        new CountPieces(new CouponId("c1"), second(1)), new AdmitUsers(ROOM, 3, 0, NOW, second(1)));
        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, NOW, second(2)));
    }

    @Test
    void givenSeveralThings_whenLookedAt_thenTheirSumIsTold() {
        waitedFor(ROOM, fifo(null, COUPON, DATE, PRODUCT));

        assertThat(look()).contains(new AdmitUsers(ROOM, 43, 0, NOW, second(1)));
    }

    @Test
    void givenThingThatIsSoldOut_whenLookedAt_thenTheRoomIsToldSo() {
        bus.has(COUPON, 0);
        waitedFor(ROOM, terms());

        assertThat(look()).contains(new AdmitUsers(ROOM, 0, 0, NOW, second(1)));
    }

    @Test
    void givenThingThatDoesNotExistYet_whenLookedAt_thenNobodyIsLetInAndNothingIsSoldOut() {
        waitedFor(ROOM, fifo(null, DATE));

        look();
        assertThat(bus.sent(RoomCommand.class)).isEmpty();
    }

    @Test
    void givenPlaceWhoseTimeIsOver_whenNobodyWaits_thenTheRoomIsAskedAllTheSame() {
        made(ROOM, terms());
        memory.happened(opened(ROOM), entered(ROOM, ANNA, 1), admitted(ROOM, ANNA, 1));
        clock.advance(IDLE.minus(SECOND).minus(SECOND));
        assertThat(look()).isEmpty();

        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, NOW, NOW.plus(IDLE)));
    }

    @Test
    void givenClosedRoom_whenLookedAt_thenNothingIsAsked() {
        waitedFor(ROOM, terms());
        memory.happened(closed(ROOM));
        assertThat(look()).isEmpty();
        memory.happened(protectionEnded(ROOM));

        assertThat(look()).isEmpty();
    }

    @Test
    void givenRoomWhoseSupplyIsNotTold_whenLookedAt_thenTheOthersAreLookedAtAllTheSame() {
        waitedFor(ROOM, terms());
        waitedFor(OTHER, fifo(null, PRODUCT));
        bus.failOn(CountPieces.class::isInstance);

        look();
        assertThat(bus.sent(AdmitUsers.class)).containsExactly(new AdmitUsers(OTHER, 40, 0, NOW, second(1)));
    }

    /** Somebody who was there meanwhile may not have been noticed, so their idle time counts anew. */
    @Test
    void givenTrouble_whenLookedAtAgain_thenIdleTimesBeginThere() {
        waitedFor(ROOM, terms());
        bus.failOn(command -> true);
        look();
        bus.failOn(command -> false);

        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, second(2), second(2)));
        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, second(2), second(3)));
    }

    @Test
    void givenStoreThatIsAway_whenItIsBack_thenTheRoomsAreLookedAtAndIdleTimesBeginThere() {
        waitedFor(ROOM, terms());
        memory.fail();
        assertThat(look()).isEmpty();
        memory.recover();

        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, second(2), second(2)));
    }

    @Test
    void givenUsersWhoWereSeen_whenLookedAt_thenTheirRoomsAreToldOnce() {
        made(ROOM, terms());
        memory.happened(opened(ROOM));
        presence.see(ROOM, "anna", 300);
        presence.see(ROOM, "ben", 300);

        assertThat(look()).containsExactly(new NotePresence(ROOM, List.of(ANNA, BEN), second(1)));
        assertThat(look()).isEmpty();
    }

    @Test
    void givenUsersWhoHaveFinished_whenLookedAt_thenTheirPlacesEnd() {
        presence.finish(ROOM, "anna");
        presence.finish(ROOM, "ben");

        assertThat(look()).containsExactly(new EndPlaces(ROOM, List.of(doneInTheFirst(ANNA), doneInTheFirst(BEN))));
        assertThat(look()).isEmpty();
    }

    @Test
    void givenRoomThatCanNotBeToldWhoIsThere_whenLookedAt_thenTheOthersAreToldAndLookedAt() {
        waitedFor(ROOM, terms());
        presence.see(ROOM, "anna", 300);
        presence.finish(OTHER, "ben");
        bus.failOn(NotePresence.class::isInstance);

        assertThat(look())
                .contains(new EndPlaces(OTHER, List.of(doneInTheFirst(BEN))))
                .contains(new AdmitUsers(ROOM, 3, 0, NOW, second(1)));
        bus.failOn(command -> false);
        assertThat(look()).contains(new AdmitUsers(ROOM, 3, 0, second(2), second(2)));
    }

    @Test
    void givenRooms_whenLookedAt_thenEachHasItsMetrics() {
        made(ROOM, terms());
        memory.happened(opened(ROOM), entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1));
        look();
        look();

        assertThat(gauge("firstcome.room.waiting")).isEqualTo(1);
        assertThat(gauge("firstcome.room.active")).isEqualTo(1);
        assertThat(metrics.get("firstcome.room.wait").functionTimer().count()).isEqualTo(1);
        memory.happened(ended(ROOM, ANNA, PlaceEnd.IDLE));
        assertThat(gauge("firstcome.room.active")).isZero();
        assertThat(metrics.get("firstcome.room.ended")
                        .tag("reason", "IDLE")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("room", ROOM.value()).gauge().value();
    }

    @Test
    void givenPromoter_whenItIsStarted_thenItLooksAgainAndAgainUntilItIsStopped() {
        waitedFor(ROOM, terms());
        clock.advance(ADMISSION);
        RoomPromoter running = started(Duration.ofMillis(1));
        assertThat(running.isRunning()).isTrue();

        await().until(() -> bus.sent(AdmitUsers.class).size() > 2);
        assertThat(bus.sent(AdmitUsers.class).getFirst().noticedSince()).isEqualTo(NOW.plus(ADMISSION));
        running.stop();
        running.stop();
        assertThat(running.isRunning()).isFalse();
    }
}
