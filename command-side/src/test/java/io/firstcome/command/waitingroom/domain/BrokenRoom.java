package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a careless room does. */
enum BrokenRoom {
    KNOWS_NO_LIMIT_OF_A_MINUTE(() -> new NaiveRoom() {
        @Override
        long minute(Instant at) {
            return 0;
        }
    }),
    /** The limit begins anew with each minute of the clock: twice as many within a few seconds. */
    COUNTS_MINUTES_OF_THE_CLOCK(() -> new NaiveRoom() {
        @Override
        long minute(Instant at) {
            return admissions()
                    .filter(each -> !each.isBefore(at.truncatedTo(ChronoUnit.MINUTES)))
                    .count();
        }
    }),
    TRUSTS_EVERY_CLOCK(() -> new NaiveRoom() {
        @Override
        Instant instantToCount(Instant at) {
            return at;
        }

        @Override
        long minute(Instant at) {
            return admissions()
                    .filter(each -> each.isAfter(at.minusSeconds(60)) && !each.isAfter(at))
                    .count();
        }
    }),
    FORGETS_WHO_IS_LET_IN(() -> new NaiveRoom() {
        @Override
        int countActive() {
            return 0;
        }
    }),
    IGNORES_THE_CAPACITY(() -> new NaiveRoom() {
        @Override
        boolean hasRoom(int taken, long supply) {
            return taken < supply;
        }
    }),
    IGNORES_THE_SUPPLY(() -> new NaiveRoom() {
        @Override
        boolean hasRoom(int taken, long supply) {
            return taken < limits().capacity();
        }
    }),
    COUNTS_THE_SUPPLY_TWICE(() -> new NaiveRoom() {
        @Override
        boolean hasRoom(int taken, long supply) {
            return super.hasRoom(taken, 2 * supply);
        }
    }),
    KEEPS_ITS_FIRST_LIMITS(() -> new NaiveRoom() {
        @Override
        RoomLimitsSet limits() {
            return new RoomLimitsSet(TestRoom.ID, terms().capacity(), terms().admitPerMinute(), false, TestRoom.NOW);
        }
    }),
    LETS_IN_WHILE_PAUSED(() -> new NaiveRoom() {
        @Override
        boolean isPaused() {
            return false;
        }
    }),
    LETS_IN_THE_LAST_FIRST(() -> new NaiveRoom() {
        @Override
        String next(List<String> waiting) {
            return waiting.getLast();
        }
    }),
    FORGETS_THE_SEED(() -> new NaiveRoom() {
        @Override
        List<String> order(String seed, List<String> users) {
            return users;
        }
    }),
    TAKES_ANY_SEED(() -> new NaiveRoom() {
        @Override
        boolean isCommittedTo(@Nullable String seed) {
            return true;
        }
    }),
    OPENS_AT_ANY_TIME(() -> new NaiveRoom() {
        @Override
        boolean isToOpen(Instant at) {
            return true;
        }
    }),
    GIVES_A_SECOND_PLACE(() -> new NaiveRoom() {
        @Override
        boolean hasPlace(UserId user) {
            return false;
        }
    }),
    USES_NUMBERS_AGAIN(() -> new NaiveRoom() {
        @Override
        int nextEntry() {
            return active().size() + 1;
        }
    }),
    KNOWS_NO_PRESENCE(() -> new NaiveRoom() {
        @Override
        Instant lastSeen(UserAdmitted place) {
            return place.admittedAt();
        }
    }),
    KEEPS_PLACES_FOR_EVER(() -> new NaiveRoom() {
        @Override
        @Nullable
        PlaceEnd reasonToEnd(UserAdmitted place, AdmitUsers admit) {
            return null;
        }
    }),
    ENDS_PLACES_BY_EARLIER_WORK(() -> new NaiveRoom() {
        @Override
        boolean isEndedBy(EndPlaces.Use done) {
            return active().stream().anyMatch(place -> place.userId().equals(done.userId()));
        }
    });

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Supplier<NaiveRoom> make;

    BrokenRoom(Supplier<NaiveRoom> make) {
        this.make = make;
    }

    NaiveRoom make() {
        return make.get();
    }
}
