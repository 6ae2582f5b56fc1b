package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signs of users are told to the rooms, and not all of them. */
class PresenceTest {

    private static final RoomId OTHER = new RoomId("drop-8");
    private static final int LONG = 300;

    private final Presence presence = new Presence();

    @Test
    void givenNobody_whenTaken_thenThereIsNothing() {
        assertThat(presence.takeSeen()).isEmpty();
        assertThat(presence.takeFinished()).isEmpty();
    }

    @Test
    void givenUsersOfTwoRooms_whenTaken_thenEachRoomHasItsOwnOnce() {
        presence.see(ROOM, "anna", LONG);
        presence.see(ROOM, "ben", LONG);
        presence.see(OTHER, "anna", LONG);

        assertThat(presence.takeSeen()).isEqualTo(Map.of(ROOM, List.of(ANNA, BEN), OTHER, List.of(ANNA)));
        assertThat(presence.takeSeen()).isEmpty();
    }

    @Test
    void givenUserWhoAsksAgainAndAgain_whenTheyWereNotedAMomentAgo_thenTheyAreNotNotedAgain() {
        for (int i = 0; i < 100; i++) {
            presence.see(ROOM, "anna", LONG);
        }
        assertThat(presence.takeSeen()).isEqualTo(Map.of(ROOM, List.of(ANNA)));
        presence.see(ROOM, "anna", LONG);

        assertThat(presence.takeSeen()).isEmpty();
    }

    /** A quarter of a second for an idle time of one; of the one with the long idle time nothing is noted meanwhile. */
    @Test
    void givenShortIdleTime_whenTheUserAsksAgainAndAgain_thenTheyAreNotedFourTimesInIt() {
        List<UserId> noted = new ArrayList<>();
        long begin = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            presence.see(ROOM, "anna", 1);
            presence.see(ROOM, "ben", LONG);
            presence.takeSeen().values().forEach(noted::addAll);
            return noted.stream().filter(ANNA::equals).count() == 3;
        });

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(noted).containsOnlyOnce(BEN);
    }

    @Test
    void givenUsersWhoHaveFinished_whenTaken_thenEachIsTakenOnce() {
        presence.finish(ROOM, "anna");
        presence.finish(OTHER, "ben");

        assertThat(presence.takeFinished()).isEqualTo(Map.of(ROOM, List.of(ANNA), OTHER, List.of(BEN)));
        assertThat(presence.takeFinished()).isEmpty();
        assertThat(presence.takeSeen()).isEmpty();
    }
}
