package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crowd enters a waiting room at once and asks for its places all the time; who is let in gets a coupon, and the place goes on.
 *
 * <p>{@code -Dfirstcome.room-rush.users=10000} for the long run, of which not all may be let in within the first minute.
 */
class RoomRushIT {

    private static final Logger log = LoggerFactory.getLogger(RoomRushIT.class);

    private static final int USERS = Integer.getInteger("firstcome.room-rush.users", 1_000);
    private static final int CAPACITY = 100;
    private static final int PER_MINUTE = Math.min(3 * USERS, 6_000);
    private static final int ENTERS_AGAIN = 10;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Duration PATIENCE = Duration.ofSeconds(120 + USERS / 20);

    private final StandaloneProcess system = SharedSystem.get();
    private final ObservedState truth = new ObservedState(system);

    @Test
    void givenARoom_whenACrowdEntersAtOnceAndAsksAllTheTime_thenAllAreLetInOnceInOrderAndServed() {
        RoomCrowd crowd = crowd(USERS, USERS, limits(CAPACITY, PER_MINUTE), ENTERS_AGAIN);
        Instant begun = Instant.now();
        long begin = System.nanoTime();

        crowd.run();

        assertThat(crowd.problems()).isEmpty();
        RoomHistory history = assertToldIsStored(crowd);
        assertThat(history.admitted()).hasSize(USERS).isEqualTo(history.entered());
        assertThat(history.mostActive()).isLessThanOrEqualTo(CAPACITY);
        assertThat(crowd.guests()).allSatisfy(guest -> assertThat(guest.serial).isPositive());
        Instant last = history.lastAdmissionOf(history.admitted().getLast());
        log.info(
                "{} people entered within {} s and were let in within {} s, {} asked meanwhile, {} times a second; at most {} at a time",
                USERS,
                String.format("%.1f", (crowd.lastEntered() - begin) / 1e9),
                String.format("%.1f", Duration.between(begun, last).toMillis() / 1e3),
                crowd.asked(),
                Math.round(crowd.asked() / ((System.nanoTime() - begin) / 1e9)),
                history.mostActive());
    }

    @Test
    void givenFewerPiecesThanPeople_whenTheyAreGone_thenNobodyMoreWasLetInAndTheOthersAreToldWhy() {
        int users = 100;
        int pieces = 60;
        RoomCrowd crowd = crowd(users, pieces, limits(20, PER_MINUTE), NEVER);

        crowd.run();

        assertThat(crowd.problems()).isEmpty();
        RoomHistory history = assertToldIsStored(crowd);
        assertThat(history.isSoldOut()).isTrue();
        assertThat(history.admitted())
                .hasSize(pieces)
                .isEqualTo(history.entered().subList(0, pieces));
        assertThat(crowd.guests().stream().filter(guest -> guest.serial > 0)).hasSize(pieces);
        assertThat(crowd.guests().stream().filter(guest -> "SOLD_OUT".equals(guest.refusal)))
                .hasSize(users - pieces);
    }

    private RoomCrowd crowd(int users, int pieces, String limits, int entersAgain) {
        String prefix = SharedSystem.newName("guest");
        List<String> names = IntStream.range(0, users)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
        return new RoomCrowd(
                system.port(), CouponRoom.newRoom(system.port(), pieces, limits), names, entersAgain, PATIENCE);
    }

    private static String limits(int capacity, int perMinute) {
        return ",\"capacity\":" + capacity + ",\"admitPerMinute\":" + perMinute;
    }

    /** What people were told is what is stored, and who was answered before another one asked stands before them. */
    private RoomHistory assertToldIsStored(RoomCrowd crowd) {
        RoomHistory history = RoomHistory.of(truth, crowd.room().room()).assertSound();
        Map<String, RoomGuest> guests =
                crowd.guests().stream().collect(Collectors.toMap(guest -> guest.user, guest -> guest));
        assertThat(history.entered()).doesNotHaveDuplicates().hasSize(guests.size());
        long answered = Long.MAX_VALUE;
        for (String user : history.entered().reversed()) {
            RoomGuest guest = Objects.requireNonNull(guests.get(user));
            assertThat(guest.sent).as("when %s entered", user).isLessThan(answered);
            answered = Math.min(answered, guest.answered);
            assertThat(guest.enteredAt).isEqualTo(history.lastEntryOf(user));
            if (guest.admittedAt != null) {
                assertThat(guest.admittedAt).isEqualTo(history.lastAdmissionOf(user));
                assertThat(history.endsOf(user)).containsExactly("DONE");
            }
        }
        Map<String, Integer> told = guests.values().stream()
                .filter(guest -> guest.serial > 0)
                .collect(Collectors.toMap(guest -> guest.user, guest -> guest.serial));
        assertThat(truth.issues(crowd.room().coupon()).stream()
                        .collect(Collectors.toMap(ObservedState.Issue::userId, ObservedState.Issue::serial)))
                .isEqualTo(told);
        return history;
    }
}
