package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CloseRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.NotePresence;
import io.firstcome.command.waitingroom.api.RoomCommand.OpenRoom;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What is asked of one room, in this order, by nodes whose clocks are not the same. */
record RoomHistory(List<RoomCommand> commands) {

    static final int MAX_COMMANDS = 80;

    /** Few, so that they come again; in an order of their own, and such as a careless key would take for one another. */
    private static final List<UserId> USERS = List.of(
            new UserId("zoe"),
            new UserId("a"),
            new UserId("A"),
            new UserId("00000000-0000-0000-0000-000000000000"),
            new UserId("1"),
            new UserId("01"),
            new UserId("ben"));

    private static final String OTHER_SEED = "autumn";

    /** A command and by how many seconds the clock of who asks is ahead of the one before. */
    private record Step(int seconds, Function<Instant, RoomCommand> command) {}

    /** Histories of one room: mostly created first. */
    static Arbitrary<RoomHistory> any() {
        return Combinators.combine(rooms(), Arbitraries.frequency(Tuple.of(19, true), Tuple.of(1, false)))
                .flatAs((terms, first) -> steps(terms)
                        .list()
                        .ofMaxSize(MAX_COMMANDS)
                        .withSizeDistribution(RandomDistribution.uniform())
                        .map(steps -> of(terms, first, steps)));
    }

    private static RoomHistory of(RoomTerms terms, boolean createdFirst, List<Step> steps) {
        List<RoomCommand> commands = new ArrayList<>();
        Instant clock = TestRoom.NOW;
        if (createdFirst) {
            commands.add(new CreateRoom(TestRoom.ID, terms, clock));
        }
        for (Step step : steps) {
            clock = clock.plusSeconds(step.seconds());
            commands.add(step.command().apply(clock));
        }
        return new RoomHistory(List.copyOf(commands));
    }

    private static Arbitrary<RoomTerms> rooms() {
        return Combinators.combine(
                        numbers(1, 4),
                        numbers(1, 4),
                        Arbitraries.of(RoomOrder.class),
                        numbers(0, 30).map(TestRoom.NOW::plusSeconds).injectNull(0.5),
                        numbers(1, 2),
                        numbers(20, 90))
                .as((capacity, perMinute, order, opensAt, minutes, idle) -> new RoomTerms(
                        "Spring sale",
                        List.of(new ProtectedItem(ProtectedItem.Type.PRODUCT, "mug")),
                        capacity,
                        perMinute,
                        order,
                        opensAt,
                        minutes,
                        idle,
                        order == RoomOrder.FIFO ? null : SeedOrder.commitment(TestRoom.SEED)));
    }

    private static Arbitrary<Step> steps(RoomTerms terms) {
        Arbitrary<Integer> seconds = Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.just(0)),
                Tuple.of(40, numbers(1, 9)),
                Tuple.of(12, numbers(10, 65)),
                Tuple.of(8, numbers(-70, -1)));
        Arbitrary<Function<Instant, RoomCommand>> commands = Arbitraries.frequencyOf(
                Tuple.of(68, users().map(user -> at -> new EnterRoom(TestRoom.ID, user, at))),
                Tuple.of(56, admissions()),
                Tuple.of(8, users().map(user -> at -> new LeaveRoom(TestRoom.ID, user, at))),
                Tuple.of(16, endsOfPlaces()),
                Tuple.of(16, presences()),
                Tuple.of(8, changes()),
                Tuple.of(20, openings(terms)),
                Tuple.of(1, Arbitraries.just(at -> new CloseRoom(TestRoom.ID, at))),
                Tuple.of(1, Arbitraries.just(at -> new CreateRoom(TestRoom.ID, terms, at))));
        return Combinators.combine(seconds, commands).as(Step::new);
    }

    private static Arbitrary<Function<Instant, RoomCommand>> admissions() {
        Arbitrary<Integer> supplies = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)), Tuple.of(6, numbers(1, 3)), Tuple.of(6, numbers(4, 9)));
        return Combinators.combine(supplies, numbers(-1, 150))
                .as((supply, noticed) ->
                        at -> new AdmitUsers(TestRoom.ID, supply, TestRoom.COUNTED_NOW, at.minusSeconds(noticed), at));
    }

    private static Arbitrary<Function<Instant, RoomCommand>> endsOfPlaces() {
        return Combinators.combine(users(), numbers(0, 40))
                .as((user, ago) ->
                        (Function<Instant, EndPlaces.Use>) at -> new EndPlaces.Use(user, at.minusSeconds(ago), at))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(uses -> at -> new EndPlaces(
                        TestRoom.ID, uses.stream().map(use -> use.apply(at)).toList()));
    }

    private static Arbitrary<Function<Instant, RoomCommand>> presences() {
        return users().list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(users -> at -> new NotePresence(TestRoom.ID, users, at));
    }

    private static Arbitrary<Function<Instant, RoomCommand>> changes() {
        return Combinators.combine(
                        numbers(1, 4).injectNull(0.5),
                        numbers(1, 4).injectNull(0.5),
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(3, false))
                                .injectNull(0.3))
                .as((capacity, perMinute, paused) ->
                        at -> new ChangeRoom(TestRoom.ID, capacity, perMinute, paused, at));
    }

    private static Arbitrary<Function<Instant, RoomCommand>> openings(RoomTerms terms) {
        Arbitrary<String> right = Arbitraries.just(TestRoom.SEED).injectNull(terms.commitment() == null ? 1 : 0);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, right),
                        Tuple.of(1, Arbitraries.of(TestRoom.SEED, OTHER_SEED).injectNull(0.3)))
                .map(seed -> at -> new OpenRoom(TestRoom.ID, seed, at));
    }

    private static Arbitrary<UserId> users() {
        return Arbitraries.of(USERS);
    }

    private static Arbitrary<Integer> numbers(int from, int to) {
        return Arbitraries.integers().between(from, to).withDistribution(RandomDistribution.uniform());
    }

    List<Outcome> sentTo(Rooms rooms) {
        return commands.stream().map(rooms::send).toList();
    }

    /** The same, with a snapshot made after the first {@code count} commands. */
    List<Outcome> sentTo(AxonRooms rooms, int count) {
        List<Outcome> outcomes = new ArrayList<>();
        for (RoomCommand command : commands) {
            if (outcomes.size() == count) {
                rooms.snapshot();
            }
            outcomes.add(rooms.send(command));
        }
        return outcomes;
    }
}
