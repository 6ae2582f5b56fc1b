package io.firstcome.command.waitingroom.lookup;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ADMISSION;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.IDLE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.PER_MINUTE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.admitted;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.closed;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ended;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.fifo;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.shuffle;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.waitingroom.lookup.RoomSummary.Status;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.RoomSoldOut;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import io.firstcome.events.waitingroom.RoomEvent.UsersSeen;
import io.firstcome.events.waitingroom.Shuffle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the events of a room come to, edge by edge. */
class RoomStateTest {

    private static final String SEED = "a seed";

    private final RoomState state = new RoomState();

    private void given(Object... events) {
        Stream.of(events).forEach(state::on);
    }

    private void givenOpenRoom() {
        given(created(ROOM, terms()), opened(ROOM));
    }

    private Place place(UserId user) {
        return Objects.requireNonNull(state.place(user.value(), NOW));
    }

    private static RoomLimitsSet limits(boolean paused) {
        return new RoomLimitsSet(ROOM, 7, 8, paused, NOW);
    }

    @Test
    void givenNoEvents_whenAsked_thenItDoesNotExist() {
        assertThat(state.exists()).isFalse();
        given(created(ROOM, terms()));

        assertThat(state.exists()).isTrue();
        assertThat(state.terms()).isEqualTo(terms());
    }

    @Test
    void givenRoomWithoutATime_whenItIsMade_thenItIsOpen() {
        given(created(ROOM, terms()));

        assertThat(state.summary().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void givenRoom_whenItsLifeGoesOn_thenTheStatusSaysHowFar() {
        given(created(ROOM, fifo(NOW.plusSeconds(90), COUPON)));
        assertThat(state.summary().status()).isEqualTo(Status.SCHEDULED);
        given(limits(true));
        assertThat(state.summary().status()).isEqualTo(Status.SCHEDULED);
        given(opened(ROOM));
        assertThat(state.summary().status()).isEqualTo(Status.PAUSED);
        given(limits(false));
        assertThat(state.summary().status()).isEqualTo(Status.OPEN);
        given(limits(true), closed(ROOM));
        assertThat(state.summary().status()).isEqualTo(Status.CLOSED);
        assertThat(state.isClosed()).isTrue();
    }

    @Test
    void givenChangedLimits_whenAsked_thenTheTermsAreAsTheyWereAndTheLimitsAreNew() {
        givenOpenRoom();
        given(limits(false), entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1));

        assertThat(state.summary()).isEqualTo(new RoomSummary(terms(), Status.OPEN, 1, 1, 7, 8, 1));
    }

    @Test
    void givenStranger_whenAskedFor_thenThereIsNoPlace() {
        givenOpenRoom();

        assertThat(state.place("nobody", NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"DONE,DONE,", "EXPIRED,EXPIRED,", "IDLE,EXPIRED,IDLE", "LEFT,LEFT,"})
    void givenAdmittedUser_whenThePlaceEnds_thenItSaysHow(PlaceEnd end, PlaceStatus status, String reason) {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), admitted(ROOM, ANNA, 1), ended(ROOM, ANNA, end));

        assertThat(place(ANNA))
                .isEqualTo(new Place(
                        status, 0, 0, Math.toIntExact(IDLE.toSeconds()), 1, NOW, NOW, NOW.plus(ADMISSION), reason));
        assertThat(state.hasEnded("anna", 1)).isTrue();
        assertThat(state.ended(end)).isEqualTo(1);
    }

    @Test
    void givenWaitingUser_whenTheyLeave_thenNoAdmissionHasEnded() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), ended(ROOM, ANNA, PlaceEnd.LEFT));

        assertThat(place(ANNA)).extracting(Place::status, Place::admission).containsExactly(PlaceStatus.LEFT, 0);
        assertThat(place(BEN).position()).isEqualTo(1);
        assertThat(state.ended(PlaceEnd.LEFT)).isZero();
    }

    @Test
    void givenWaitingAndAdmittedUsers_whenSoldOut_thenOnlyThoseWhoWaitAreDone() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1), new RoomSoldOut(ROOM, NOW));

        assertThat(place(BEN))
                .extracting(Place::status, Place::reason, Place::position)
                .containsExactly(PlaceStatus.DONE, "SOLD_OUT", 0);
        assertThat(place(ANNA).status()).isEqualTo(PlaceStatus.ADMITTED);
        assertThat(state.hasEnded("anna", 1)).isFalse();
        assertThat(state.summary().waiting()).isZero();
    }

    @Test
    void givenWaitingAndAdmittedUsers_whenTheRoomIsClosed_thenAllAreDone() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1), closed(ROOM));

        assertThat(List.of(place(ANNA), place(BEN)))
                .allSatisfy(place -> assertThat(place)
                        .extracting(Place::status, Place::reason)
                        .containsExactly(PlaceStatus.DONE, "ROOM_CLOSED"));
        assertThat(state.hasEnded("anna", 1)).isTrue();
        assertThat(state.summary()).isEqualTo(new RoomSummary(terms(), Status.CLOSED, 0, 0, 50, PER_MINUTE, 1));
    }

    @Test
    void givenEndedPlace_whenTheUserComesAgain_thenTheyAreTheLastAndTheOldAdmissionStaysEnded() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1));
        given(ended(ROOM, ANNA, PlaceEnd.IDLE), entered(ROOM, ANNA, 3));

        assertThat(place(ANNA))
                .extracting(Place::status, Place::position, Place::admission, Place::reason)
                .containsExactly(PlaceStatus.WAITING, 2, 0, null);
        assertThat(state.hasEnded("anna", 1)).isTrue();
        given(admitted(ROOM, BEN, 2), admitted(ROOM, ANNA, 3));
        assertThat(state.hasEnded("anna", 1)).isTrue();
        assertThat(state.hasEnded("anna", 3)).isFalse();
    }

    /** Another node has let them in, and the news of it is not here yet. */
    @Test
    void givenAdmissionThatIsNotKnownYet_whenAsked_thenItHasNotEnded() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1));

        assertThat(state.hasEnded("anna", 1)).isFalse();
        assertThat(state.hasEnded("nobody", 1)).isFalse();
        given(admitted(ROOM, ANNA, 1));
        assertThat(state.hasEnded("ben", 1)).isTrue();
    }

    @Test
    void givenShuffledRoom_whenItOpens_thenThoseWhoCameAreInTheCommittedOrderAndLaterOnesBehind() {
        String commitment = Shuffle.commitmentTo(SEED);
        given(created(ROOM, shuffle(NOW, commitment, COUPON)));
        List<UserId> users = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> new UserId("user-" + number))
                .toList();
        IntStream.range(0, 20).forEach(i -> given(entered(ROOM, users.get(i), i + 1)));
        assertThat(users.stream().map(user -> place(user).position())).isEqualTo(numbers(20));
        assertThat(state.shuffledOrder()).isEqualTo(new ShuffledOrder(commitment, null, null, null));

        given(ended(ROOM, users.get(4), PlaceEnd.LEFT), new RoomOpened(ROOM, SEED, NOW), entered(ROOM, ANNA, 21));

        List<String> came = users.stream()
                .map(UserId::value)
                .filter(user -> !user.equals("user-5"))
                .toList();
        List<String> order = Shuffle.order(SEED, came);
        assertThat(order).isNotEqualTo(came);
        assertThat(state.shuffledOrder()).isEqualTo(new ShuffledOrder(commitment, SEED, came, order));
        assertThat(order.stream().map(user -> place(new UserId(user)).position()))
                .isEqualTo(numbers(19));
        assertThat(place(ANNA).position()).isEqualTo(20);
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void givenRoomThatIsNotShuffled_whenAsked_thenItHasNoOrder() {
        givenOpenRoom();

        assertThat(state.shuffledOrder()).isNull();
    }

    @Test
    void givenRoomWithATime_whenItHasCome_thenItIsToBeOpenedOnce() {
        given(created(ROOM, fifo(NOW, COUPON)));

        assertThat(state.isToBeOpened(NOW.minusNanos(1))).isFalse();
        assertThat(state.isToBeOpened(NOW)).isTrue();
        given(opened(ROOM));
        assertThat(state.isToBeOpened(NOW)).isFalse();
    }

    @Test
    void givenRoomWithoutATime_whenItIsMade_thenItIsToBeOpenedUnlessItIsClosed() {
        given(created(ROOM, terms()));
        assertThat(state.isToBeOpened(Instant.MIN)).isTrue();
        given(closed(ROOM));
        assertThat(state.isToBeOpened(NOW)).isFalse();
    }

    @Test
    void givenRoom_whenSomebodyWaits_thenItIsToBeLookedAtWhileItIsOpen() {
        given(created(ROOM, terms()), entered(ROOM, ANNA, 1));
        assertThat(state.isToBeLookedAt(NOW, NOW)).isFalse();
        given(opened(ROOM));
        assertThat(state.isToBeLookedAt(NOW, NOW)).isTrue();
        given(closed(ROOM));
        assertThat(state.isToBeLookedAt(NOW, NOW)).isFalse();
    }

    @Test
    void givenOneWhoIsLetIn_whenTheTimeIsOver_thenTheRoomIsToBeLookedAt() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), admitted(ROOM, ANNA, 1));
        Instant end = NOW.plus(ADMISSION);

        assertThat(state.isToBeLookedAt(end.minusNanos(1), end)).isFalse();
        assertThat(state.isToBeLookedAt(end, end)).isTrue();
    }

    @Test
    void givenOneWhoIsLetIn_whenIdle_thenTheRoomIsToBeLookedAtUnlessNobodyCouldHaveNoticedThem() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), new UserAdmitted(ROOM, ANNA, 1, NOW, NOW.plusSeconds(86_400)));
        Instant idle = NOW.plus(IDLE);

        assertThat(state.isToBeLookedAt(idle.minusNanos(1), NOW)).isFalse();
        assertThat(state.isToBeLookedAt(idle, NOW)).isTrue();
        assertThat(state.isToBeLookedAt(idle, NOW.plusNanos(1))).isFalse();
        given(new UsersSeen(ROOM, List.of(ANNA, BEN), NOW.plusSeconds(30)));
        assertThat(state.isToBeLookedAt(idle, NOW)).isFalse();
        assertThat(state.isToBeLookedAt(idle.plusSeconds(30), NOW)).isTrue();
        given(new UsersSeen(ROOM, List.of(ANNA), NOW.plusSeconds(10)));
        assertThat(state.isToBeLookedAt(idle.plusSeconds(29), NOW)).isFalse();
    }
}
