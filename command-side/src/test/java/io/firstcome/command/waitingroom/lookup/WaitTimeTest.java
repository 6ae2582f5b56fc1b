package io.firstcome.command.waitingroom.lookup;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ADMISSION;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.admitted;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.fifo;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long people have to wait, and have waited. */
class WaitTimeTest {

    private final RoomState state = new RoomState();

    private void given(Object... events) {
        Stream.of(events).forEach(state::on);
    }

    private void givenOpenRoom() {
        given(created(ROOM, terms()), opened(ROOM));
    }

    /** 60 a minute is what the limit promises; after 10 seconds the last minute, or what there is of it, says how fast it goes. */
    @Test
    void givenWaitingUsers_whenAskedHowLong_thenItIsBySpeedOfTheLastMinute() {
        givenOpenRoom();
        IntStream.rangeClosed(1, 121).forEach(i -> given(entered(ROOM, new UserId("user-" + i), i)));
        assertThat(waitOf("user-121", NOW)).isEqualTo(121);

        IntStream.rangeClosed(1, 30).forEach(i -> given(admitted(ROOM, new UserId("user-" + i), i)));
        assertThat(waitOf("user-31", NOW)).isEqualTo(1);
        assertThat(waitOf("user-121", NOW.plusSeconds(9))).isEqualTo(91);
        assertThat(waitOf("user-121", NOW.plusSeconds(30))).isEqualTo(91);
        assertThat(waitOf("user-121", NOW.plusSeconds(59))).isEqualTo(177);
        assertThat(waitOf("user-121", NOW.plusSeconds(60))).isEqualTo(91);
        assertThat(waitOf("user-1", NOW)).isZero();
    }

    @Test
    void givenRoomThatOpensLater_whenAskedHowLong_thenTheTimeUntilThenIsAdded() {
        given(created(ROOM, fifo(NOW.plusSeconds(90), COUPON)), entered(ROOM, ANNA, 1));

        assertThat(waitOf("anna", NOW)).isEqualTo(91);
        assertThat(waitOf("anna", NOW.plusSeconds(100))).isEqualTo(1);
    }

    private long waitOf(String user, Instant now) {
        return Objects.requireNonNull(state.place(user, now)).estimatedWaitSeconds();
    }

    @Test
    void givenAdmissions_whenAskedHowLongTheyWaited_thenItIsTheSum() {
        givenOpenRoom();
        given(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2));
        given(new UserAdmitted(ROOM, ANNA, 1, NOW.plusSeconds(3), NOW.plus(ADMISSION)));
        given(new UserAdmitted(ROOM, BEN, 2, NOW.plusMillis(4_500), NOW.plus(ADMISSION)));

        assertThat(state.waitedMillis()).isEqualTo(7_500);
    }
}
