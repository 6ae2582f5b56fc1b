package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CloseRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomEvent.RoomCreated;
import io.firstcome.events.waitingroom.RoomEvent.RoomEntered;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.RoomSoldOut;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import io.firstcome.events.waitingroom.RoomEvent.UsersSeen;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** A room for tests: the usual one, and what a test changes in it. All of them are room r1; an admission is good for 10 minutes. */
record TestRoom(
        int capacity,
        int admitPerMinute,
        @Nullable Instant opensAt,
        @Nullable String commitment) {

    static final RoomId ID = new RoomId("r1");
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final Duration TICK = Duration.ofNanos(1_000);
    static final int ADMISSION_MINUTES = 10;
    static final int IDLE_SECONDS = 120;
    static final long PLENTY = 1_000;

    /** No place can have ended since the pieces were counted. */
    static final int COUNTED_NOW = Integer.MAX_VALUE;

    static final String SEED = "spring";
    /** Computed with another program. */
    static final String COMMITMENT = "622a494d3ea8c7ba2fed4f37909f14d9b50ab412322de39be62c8d6c2418bfca";

    static TestRoom of(int capacity, int admitPerMinute) {
        return new TestRoom(capacity, admitPerMinute, null, null);
    }

    TestRoom opensAt(Instant instant) {
        return new TestRoom(capacity, admitPerMinute, instant, commitment);
    }

    TestRoom shuffled() {
        return new TestRoom(capacity, admitPerMinute, opensAt, COMMITMENT);
    }

    static FixtureConfiguration<WaitingRoom> fixture() {
        return new AggregateTestFixture<>(WaitingRoom.class);
    }

    /** Expects the rejection of exactly this code. */
    static Matcher<Throwable> rejection(RejectionCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection
                && rejection.code().equals(code));
    }

    RoomTerms terms() {
        return new RoomTerms(
                "Spring sale",
                List.of(new ProtectedItem(ProtectedItem.Type.COUPON, "1")),
                capacity,
                admitPerMinute,
                commitment == null ? RoomOrder.FIFO : RoomOrder.SHUFFLE,
                opensAt,
                ADMISSION_MINUTES,
                IDLE_SECONDS,
                commitment);
    }

    CreateRoom create() {
        return new CreateRoom(ID, terms(), NOW);
    }

    RoomCreated created() {
        return new RoomCreated(ID, terms(), NOW);
    }

    static OpenRoom open(@Nullable String seed, Instant at) {
        return new OpenRoom(ID, seed, at);
    }

    static RoomOpened opened() {
        return opened(null, NOW);
    }

    static RoomOpened opened(@Nullable String seed, Instant at) {
        return new RoomOpened(ID, seed, at);
    }

    static ChangeRoom change(@Nullable Integer capacity, @Nullable Integer perMinute, @Nullable Boolean paused) {
        return new ChangeRoom(ID, capacity, perMinute, paused, NOW);
    }

    static RoomLimitsSet changed(int capacity, int perMinute, boolean paused) {
        return new RoomLimitsSet(ID, capacity, perMinute, paused, NOW);
    }

    static CloseRoom close() {
        return new CloseRoom(ID, NOW);
    }

    static RoomClosed closed() {
        return new RoomClosed(ID, NOW);
    }

    static EnterRoom enter(String user) {
        return new EnterRoom(ID, new UserId(user), NOW);
    }

    static RoomEntered entered(String user, int entry) {
        return new RoomEntered(ID, new UserId(user), entry, NOW);
    }

    static LeaveRoom leave(String user) {
        return new LeaveRoom(ID, new UserId(user), NOW);
    }

    /** Whoever is there has been noticed: no place is idle. */
    static AdmitUsers admit(long supply, Instant at) {
        return new AdmitUsers(ID, supply, COUNTED_NOW, at, at);
    }

    static AdmitUsers admit(long supply, Instant noticedSince, Instant at) {
        return new AdmitUsers(ID, supply, COUNTED_NOW, noticedSince, at);
    }

    static UserAdmitted admitted(String user, int admission, Instant at) {
        return new UserAdmitted(ID, new UserId(user), admission, at, at.plus(Duration.ofMinutes(ADMISSION_MINUTES)));
    }

    static RoomSoldOut soldOut(Instant at) {
        return new RoomSoldOut(ID, at);
    }

    static NotePresence notePresence(Instant at, String... users) {
        return new NotePresence(ID, ids(users), at);
    }

    static UsersSeen seen(Instant at, String... users) {
        return new UsersSeen(ID, ids(users), at);
    }

    private static List<UserId> ids(String... users) {
        return Arrays.stream(users).map(UserId::new).toList();
    }

    static EndPlaces endPlace(String user, Instant begunAt) {
        return new EndPlaces(ID, List.of(new EndPlaces.Use(new UserId(user), begunAt, NOW)));
    }

    static PlaceEnded ended(String user, PlaceEnd reason, Instant at) {
        return new PlaceEnded(ID, new UserId(user), reason, at);
    }
}
